package dev.whence.verify.check;

import dev.whence.provenance.Percent;
import java.util.Optional;

/**
 * A build definition as certificates name it: {@code https://github.com/owner/name/.github/
 * workflows/file@ref}, or {@code https://gitlab.com/group/name//file@ref}. Fulcio writes it with or
 * without escapes; here they are decoded.
 *
 * @param repository {@code https://host/owner/name}
 * @param path of the file in the repository
 */
record WorkflowUri(String repository, String path, String ref) {

  private static final String SCHEME = "https://";
  private static final String GITHUB_FOLDER = ".github/workflows/";

  static Optional<WorkflowUri> parse(String uri) {
    int at = beforeRef(uri);
    if (!uri.startsWith(SCHEME) || at < 0 || at + 1 == uri.length()) {
      return Optional.empty();
    }
    String file = uri.substring(0, at);
    int path = startOfPath(file);
    return path < 0 || path == file.length()
        ? Optional.empty()
        : Optional.of(
            new WorkflowUri(
                withoutSlash(file.substring(0, path)),
                Percent.decodedPart(file.substring(path)),
                Percent.decodedPart(uri.substring(at + 1))));
  }

  /**
   * Where the ref's {@code @} is: a file's name may contain another; {@code refs/} follows the
   * right one.
   */
  private static int beforeRef(String uri) {
    int at = uri.indexOf("@refs/");
    return at < 0 ? uri.indexOf('@') : at;
  }

  /** After host, owner and name at GitHub, after a double slash at GitLab. */
  private static int startOfPath(String file) {
    int slash = SCHEME.length() - 1;
    for (int parts = 0; parts < 3; parts++) {
      int next = file.indexOf('/', slash + 1);
      if (next <= slash + 1) {
        slash = -1;
        break;
      }
      slash = next;
    }
    if (slash > 0 && file.startsWith(GITHUB_FOLDER, slash + 1)) {
      return slash + 1 + GITHUB_FOLDER.length() == file.length() ? -1 : slash + 1;
    }
    int gitlab = file.indexOf("//", SCHEME.length());
    return gitlab <= SCHEME.length() ? -1 : gitlab + 2;
  }

  private static String withoutSlash(String repository) {
    return repository.substring(0, repository.length() - (repository.endsWith("//") ? 2 : 1));
  }

  /**
   * True if a predicate's build definition means this one: the path, with or without {@code
   * owner/name/} before it and {@code @ref} after it.
   */
  boolean isMeantBy(String claimed) {
    int at = beforeRef(claimed);
    return isPath(claimed)
        || (at >= 0 && isPath(claimed.substring(0, at)) && isMeant(claimed.substring(at + 1), ref));
  }

  private boolean isPath(String claimed) {
    String names = repository.substring(repository.indexOf('/', SCHEME.length()) + 1);
    String qualified = names + "/" + path;
    return isMeant(claimed, path)
        || claimed.equalsIgnoreCase(qualified)
        || Percent.decodedPart(claimed).equalsIgnoreCase(qualified);
  }

  /**
   * True if the predicate's text means this path or ref. Text that looks like an escape may be part
   * of the name.
   */
  static boolean isMeant(String claimed, String plain) {
    return claimed.equals(plain) || Percent.decodedPart(claimed).equals(plain);
  }
}
