package dev.whence.web.facts;

/**
 * A difference in a word or two.
 *
 * @param tone {@code warn} for less evidence or a changed source, {@code good} for the first
 *     verified provenance, else {@code plain}
 */
public record Mark(String tone, String text) {

  static Mark warn(String text) {
    return new Mark("warn", text);
  }

  static Mark good(String text) {
    return new Mark("good", text);
  }

  static Mark plain(String text) {
    return new Mark("plain", text);
  }

  public String icon() {
    return Differences.icon(tone);
  }
}
