package dev.whence.web.ui;

/**
 * Text for readers. Invisible characters, and characters that change the order of others, are
 * written as their code point, because names that differ only in them look the same.
 */
public final class Shown {

  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int VARIATION_SELECTOR = 0xFE0F;

  private Shown() {}

  /** {@code text} with its hidden characters written as {@code ⟨U+202E⟩}. */
  public static String text(String text) {
    if (text.codePoints().noneMatch(Shown::isHidden)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    int previous = -1;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      if (isHidden(codePoint) && !joinsPictures(codePoint, previous, text, next)) {
        shown.append(String.format("⟨U+%04X⟩", codePoint));
      } else {
        shown.appendCodePoint(codePoint);
      }
      previous = codePoint == VARIATION_SELECTOR ? previous : codePoint;
      i = next;
    }
    return shown.toString();
  }

  /** Line breaks and tabs lay text out; every other control or format character hides. */
  private static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint != '\n' && codePoint != '\t' && codePoint != '\r';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      // Space separators other than the space, the Hangul fillers and the Braille blank.
      case Character.SPACE_SEPARATOR -> codePoint != ' ' && codePoint != 0xA0;
      default ->
          codePoint == 0x115F
              || codePoint == 0x1160
              || codePoint == 0x3164
              || codePoint == 0xFFA0
              || codePoint == 0x2800;
    };
  }

  /** Emoji are joined by a zero-width joiner: family and flag sequences stay whole. */
  private static boolean joinsPictures(int codePoint, int previous, String text, int next) {
    return codePoint == ZERO_WIDTH_JOINER
        && previous >= 0
        && Character.isExtendedPictographic(previous)
        && next < text.length()
        && Character.isExtendedPictographic(text.codePointAt(next));
  }
}
