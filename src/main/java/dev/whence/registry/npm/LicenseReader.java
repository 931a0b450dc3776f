package dev.whence.registry.npm;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a version's licence in each of the forms that package.json has had: text, an object with
 * {@code type} or {@code name}, a list of either, under four names of the field.
 */
final class LicenseReader {

  /** The first field that names a licence counts. */
  private static final List<String> FIELDS = List.of("license", "licence", "licenses", "licences");

  /** The first member that is present counts. */
  private static final List<String> MEMBERS = List.of("type", "name", "url");

  /** More than any package has. */
  private static final int MAX_LICENSES = 20;

  private final Map<String, Set<String>> stated = new HashMap<>();

  void read(JsonParser parser, String field) throws IOException {
    Set<String> licenses = new LinkedHashSet<>();
    read(parser, licenses);
    stated.put(field, licenses);
  }

  private static void read(JsonParser parser, Set<String> licenses) throws IOException {
    switch (parser.currentToken()) {
      case START_ARRAY -> TolerantJson.eachElement(parser, element -> read(element, licenses));
      case START_OBJECT -> add(licenses, member(parser));
      default -> add(licenses, TolerantJson.text(parser, PackumentReader.LONG_TEXT));
    }
  }

  private static @Nullable String member(JsonParser parser) throws IOException {
    Map<String, String> members = new HashMap<>();
    TolerantJson.eachText(
        parser,
        PackumentReader.LONG_TEXT,
        (member, value) -> {
          if (MEMBERS.contains(member)) {
            members.put(member, value);
          }
        });
    return MEMBERS.stream().map(members::get).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static void add(Set<String> licenses, @Nullable String license) {
    if (license != null && !license.isBlank() && licenses.size() < MAX_LICENSES) {
      licenses.add(license.strip());
    }
  }

  /**
   * One licence as it is written. Of several, the user may choose one, as npm says about such
   * lists.
   */
  @Nullable String text() {
    Set<String> licenses =
        FIELDS.stream()
            .map(field -> stated.getOrDefault(field, Set.of()))
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElse(Set.of());
    if (licenses.size() < 2) {
      return licenses.stream().findFirst().orElse(null);
    }
    return CleanText.bounded(
        licenses.stream()
            .map(license -> license.indexOf(' ') < 0 ? license : inParentheses(license))
            .collect(Collectors.joining(" OR ", "(", ")")),
        PackumentReader.LONG_TEXT);
  }

  private static String inParentheses(String expression) {
    return expression.startsWith("(") ? expression : "(" + expression + ")";
  }
}
