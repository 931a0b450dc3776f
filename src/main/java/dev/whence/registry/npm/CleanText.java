package dev.whence.registry.npm;

import org.jspecify.annotations.Nullable;

/** Text from a packument as we keep it. */
final class CleanText {

  private CleanText() {}

  /** Bounded, without NUL (which Postgres refuses) and unpaired surrogates; null stays null. */
  static @Nullable String bounded(@Nullable String text, int maxLength) {
    if (text == null) {
      return null;
    }
    int end = Math.min(text.length(), maxLength);
    StringBuilder clean = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < end
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        clean.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        clean.append('\ufffd');
      } else if (c != 0) {
        clean.append(c);
      }
    }
    return clean.toString();
  }
}
