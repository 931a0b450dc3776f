package dev.whence.api;

import dev.whence.catalog.Evidence;
import dev.whence.insight.AdoptionStep;
import dev.whence.provenance.PackageName;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parameters, and says what is legal where one is not. */
final class Params {

  /** The longest that npm accepts is 256; a forge's paths are shorter than this, too. */
  private static final int MAX_TEXT = 512;

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

  static @Nullable Evidence evidence(@Nullable String text) {
    return text == null ? null : constant("evidence", text, Evidence.values());
  }

  static AdoptionStep step(@Nullable String text) {
    return text == null ? AdoptionStep.MONTH : constant("step", text, AdoptionStep.values());
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
