package dev.whence.export;

import dev.whence.provenance.Slug;
import java.util.List;
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
    return all(List.of(constants));
  }

  /** Some words of a kind. */
  static String all(List<? extends Enum<?>> constants) {
    return constants.stream().map(Slug::of).collect(Collectors.joining(", "));
  }
}
