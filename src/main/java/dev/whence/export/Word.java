package dev.whence.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stable words for the vocabulary's constants, the same as in our JSON. */
final class Word {
  private Word() {}

  static @Nullable String of(@Nullable Enum<?> constant) {
    return constant == null ? null : word(constant);
  }

  /** All words of a kind, for its description. */
  static String all(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Word::word).collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
