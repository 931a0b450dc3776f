package dev.whence.provenance;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An npm package version as a package URL names it (purl specification, type npm), in any spelling:
 * a scope's {@code @} may be percent-encoded or not, escapes may use either case.
 *
 * <p>The specification changes names to lower case. Old npm names with upper case are other
 * packages than the same names in lower case, so the case stays.
 *
 * @param name with the scope decoded: {@code @scope/name}
 */
public record NpmPurl(String name, String version) {

  private static final Pattern PREFIX = Pattern.compile("(?i)pkg:/{0,2}npm/");

  private static final Pattern REGISTRY =
      Pattern.compile("(?i)(https://)?registry\\.npmjs\\.org(:443)?/*");

  /**
   * Reads a purl. Qualifiers do not change the package version, except the address of another
   * registry. Empty if it names a file inside the package, has no version, or is not npm's.
   */
  public static Optional<NpmPurl> parse(String purl) {
    var prefix = PREFIX.matcher(purl);
    if (!prefix.lookingAt() || purl.indexOf('#') >= 0) {
      return Optional.empty();
    }
    int query = purl.indexOf('?');
    String path = purl.substring(prefix.end(), query < 0 ? purl.length() : query);
    int slash = path.lastIndexOf('/');
    int at = path.lastIndexOf('@');
    if (at <= slash + 1 || (query >= 0 && !isOfNpm(purl.substring(query + 1)))) {
      return Optional.empty();
    }
    Optional<String> scope =
        slash < 0 ? Optional.of("") : segment(path.substring(0, slash)).map(text -> text + "/");
    Optional<String> name = segment(path.substring(slash + 1, at));
    Optional<String> version = segment(path.substring(at + 1));
    return scope.isEmpty() || name.isEmpty() || version.isEmpty()
        ? Optional.empty()
        : Optional.of(new NpmPurl(scope.get() + name.get(), version.get()));
  }

  /** Whether every {@code repository_url} is npm's registry; one without a value does not count. */
  private static boolean isOfNpm(String qualifiers) {
    for (String qualifier : qualifiers.split("&", -1)) {
      int equals = qualifier.indexOf('=');
      String key = equals < 0 ? qualifier : qualifier.substring(0, equals);
      if (equals >= 0
          && equals + 1 < qualifier.length()
          && key.equalsIgnoreCase("repository_url")
          && !isNpm(qualifier.substring(equals + 1))) {
        return false;
      }
    }
    return true;
  }

  /** With or without escapes, scheme, default port and closing slash, the host in any case. */
  private static boolean isNpm(String address) {
    String slashes = address.replace("%2F", "/").replace("%2f", "/");
    return REGISTRY.matcher(Percent.decodedPart(slashes)).matches();
  }

  /** True where two subjects' names name one package version, or are the same text. */
  public static boolean same(String left, String right) {
    return left.equals(right)
        || parse(left).flatMap(p -> parse(right).map(p::equals)).orElse(false);
  }

  /** Decodes escapes once. A slash within a segment would make another name. */
  private static Optional<String> segment(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        decoded.put(bytes[i]);
        continue;
      }
      boolean whole = i + 2 < bytes.length;
      int high = whole ? Character.digit(bytes[i + 1], 16) : -1;
      int low = whole ? Character.digit(bytes[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      decoded.put((byte) (high << 4 | low));
      i += 2;
    }
    try {
      String segment = StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
      return segment.isEmpty() || segment.indexOf('/') >= 0
          ? Optional.empty()
          : Optional.of(segment);
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }
}
