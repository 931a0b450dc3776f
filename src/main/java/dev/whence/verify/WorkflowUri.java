package dev.whence.verify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A build definition as certificates name it: {@code https://github.com/owner/name/.github/
 * workflows/file@ref}, or {@code https://gitlab.com/group/name//file@ref}.
 *
 * @param repository {@code https://host/owner/name}
 * @param path of the file in the repository
 */
record WorkflowUri(String repository, String path, String ref) {

  private static final Pattern GITHUB =
      Pattern.compile("(https://[^/@]+/[^/@]+/[^/@]+)/(\\.github/workflows/[^@]+)@(.+)");
  private static final Pattern GITLAB = Pattern.compile("(https://[^@]+?)//([^@]+)@(.+)");

  static Optional<WorkflowUri> parse(String uri) {
    return parse(GITHUB.matcher(uri)).or(() -> parse(GITLAB.matcher(uri)));
  }

  private static Optional<WorkflowUri> parse(Matcher matcher) {
    return matcher.matches()
        ? Optional.of(new WorkflowUri(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /**
   * True where a predicate's word for its build definition means this one: the path, with or
   * without {@code owner/name/} before it and {@code @ref} behind it.
   */
  boolean isMeantBy(String claimed) {
    int at = claimed.indexOf('@');
    @Nullable String claimedRef = at < 0 ? null : claimed.substring(at + 1);
    String claimedPath = at < 0 ? claimed : claimed.substring(0, at);
    String names = repository.substring(repository.indexOf('/', "https://".length()) + 1);
    String qualified = names + "/" + path;
    return (claimedPath.equals(path) || claimedPath.equalsIgnoreCase(qualified))
        && (claimedRef == null || claimedRef.equals(ref));
  }
}
