package dev.whence.web.search;

import org.jspecify.annotations.Nullable;

/**
 * What somebody searches for.
 *
 * @param value without control characters and without space around it
 * @param isCut it was longer than any name is
 */
record SearchText(String value, boolean isCut) {

  /** Longer than a package's name (214) or a repository's can be. */
  static final int MAX_LENGTH = 300;

  /** Postgres refuses NUL in text, and no name has any control character. */
  static SearchText of(@Nullable String query) {
    String text = query == null ? "" : query.replaceAll("\\p{Cntrl}", "").strip();
    if (text.length() <= MAX_LENGTH) {
      return new SearchText(text, false);
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return new SearchText(text.substring(0, end), true);
  }
}
