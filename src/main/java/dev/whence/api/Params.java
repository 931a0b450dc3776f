package dev.whence.api;

import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.FilterField;
import dev.whence.catalog.ListFilter;
import dev.whence.catalog.RepositoryOrder;
import dev.whence.insight.AdoptionStep;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Slug;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parameters, and says what is legal where one is not. */
final class Params {

  /** The longest that npm accepts is 256; a forge's paths are shorter than this, too. */
  private static final int MAX_TEXT = 512;

  static final String REPOSITORY_TEXT = "Text in owner/name, or an address at the forge.";

  private Params() {}

  static PackageName packageName(String text) {
    return PackageName.parse(text).orElseThrow(() -> ProblemException.illegalName(text));
  }

  /** Text that may be looked for: Postgres, for one, cannot hold the character U+0000. */
  static String text(String parameter, String text) {
    if (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.illegal(
          parameter, text, "It has at most " + MAX_TEXT + " characters, none of them control.");
    }
    return text;
  }

  /** A version by the name that the registry gave it, whatever is in that. */
  static String version(String text) {
    if (text.length() > MAX_TEXT || text.indexOf(0) >= 0) {
      throw ProblemException.illegal(
          "version",
          text,
          "It has at most " + MAX_TEXT + " characters, none of them the control character U+0000.");
    }
    return text;
  }

  static @Nullable EvidenceWord evidence(@Nullable String text) {
    return text == null ? null : constant("evidence", text, EvidenceWord.values());
  }

  static RepositoryOrder repositoryOrder(@Nullable String text) {
    return text == null || text.isBlank()
        ? RepositoryOrder.PACKAGES
        : constant("sort", text, RepositoryOrder.values());
  }

  static AdoptionStep step(@Nullable String text) {
    return text == null ? AdoptionStep.MONTH : constant("step", text, AdoptionStep.values());
  }

  /** What a list is narrowed to; the first parameter that its field does not take is a problem. */
  static <F extends Enum<F> & FilterField> ListFilter<F> filter(Class<F> fields, UriInfo uri) {
    for (F field : fields.getEnumConstants()) {
      @Nullable String value = uri.getQueryParameters().getFirst(field.slug());
      if (value != null && !value.isBlank() && !field.value().takes(value.strip())) {
        throw ProblemException.illegal(field.slug(), value, field.value().legal());
      }
    }
    return ListFilter.of(fields, uri.getQueryParameters()::getFirst);
  }

  /** The order of a list; the first, if absent. */
  static <E extends Enum<E>> E sort(Class<E> orders, UriInfo uri) {
    @Nullable String value = uri.getQueryParameters().getFirst("sort");
    E[] all = orders.getEnumConstants();
    return value == null || value.isBlank() ? all[0] : constant("sort", value, all);
  }

  private static <E extends Enum<E>> E constant(String parameter, String text, E[] constants) {
    return Arrays.stream(constants)
        .filter(constant -> Slug.of(constant).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.illegal(
                    parameter,
                    text,
                    "It is one of "
                        + Arrays.stream(constants).map(Slug::of).collect(Collectors.joining(", "))
                        + "."));
  }
}
