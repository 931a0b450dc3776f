package dev.whence.provenance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An npm package name in its one canonical form: scope decoded, case kept ({@code @scope/name}).
 *
 * <p>Accepts what the registry has ever accepted, old upper-case names included, and nothing that
 * could break a URL or a page: no control, white-space or path characters.
 */
public record PackageName(String value) implements Comparable<PackageName> {

  /** The registry's own limit, in characters. */
  public static final int MAX_LENGTH = 214;

  private static final String PART = "[A-Za-z0-9!~*'()_.-]+";
  private static final Pattern NAME = Pattern.compile("(?:@" + PART + "/)?" + PART);

  public PackageName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an npm package name: " + abbreviate(value));
    }
  }

  /** The name, or empty where {@code text} is not a package name. Decodes nothing. */
  public static Optional<PackageName> parse(String text) {
    return isValid(text) ? Optional.of(new PackageName(text)) : Optional.empty();
  }

  /** The scope with its {@code @}, or empty for an unscoped name. */
  public Optional<String> scope() {
    return value.startsWith("@")
        ? Optional.of(value.substring(0, value.indexOf('/')))
        : Optional.empty();
  }

  /** The name as one path segment of a URL: {@code @scope%2Fname}. */
  public String urlSegment() {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%40", "@").replace("+", "%20");
  }

  @Override
  public int compareTo(PackageName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean isValid(String text) {
    return text.length() <= MAX_LENGTH
        && NAME.matcher(text).matches()
        && !hasDotSegment(text)
        && !text.equals("node_modules");
  }

  private static boolean hasDotSegment(String text) {
    String last = text.substring(text.indexOf('/') + 1);
    return last.equals(".")
        || last.equals("..")
        || text.startsWith("@./")
        || text.startsWith("@../");
  }

  private static String abbreviate(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
