package dev.whence.verify;

import org.jspecify.annotations.Nullable;

/** Puts values from outside into sentences: quoted, bounded, without control characters. */
final class Words {

  private static final int MAX = 160;

  private Words() {}

  static String shown(@Nullable Object value) {
    if (value == null) {
      return "nothing";
    }
    String text = value.toString().replaceAll("\\p{C}", "\ufffd");
    return "“" + (text.length() <= MAX ? text : text.substring(0, MAX) + "…") + "”";
  }

  /** A digest's first digits, enough to compare by eye. */
  static String digest(String hex) {
    return hex.length() <= 16 ? hex : hex.substring(0, 16) + "…";
  }
}
