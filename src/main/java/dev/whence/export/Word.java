package dev.whence.export;

import dev.whence.provenance.Slug;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stable words for the vocabulary's constants, the same as in our JSON. */
final class Word {
  private Word() {}

  static @Nullable String of(@Nullable Enum<?> constant) {
    return Slug.ofNullable(constant);
  }

  /** All words of a kind, for its description. */
  static String all(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Slug::of).collect(Collectors.joining(", "));
  }
}
