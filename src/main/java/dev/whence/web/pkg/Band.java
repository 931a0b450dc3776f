package dev.whence.web.pkg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One band of the strip: a piece for each run of versions that have the same value.
 *
 * @param summary the band in words, for people who cannot see it
 * @param legend each value with its count, most frequent first
 */
public record Band(String label, String summary, List<Piece> pieces, List<Key> legend) {

  /** With more pieces the page would become too large, and the eye could not see them. */
  static final int MAX_PIECES = 240;

  /** The class of removed versions, which templates draw hatched. */
  static final String GONE = "fill-gone";

  /** The narrowest piece that has space for its letter. */
  private static final double MIN_LETTER_WIDTH = 4;

  /**
   * A value and its drawing.
   *
   * @param css the class for its colour
   * @param letter drawn on its pieces, so that they differ not only in colour
   */
  public record Key(String css, String letter, String text, long count) {}

  /**
   * A run of versions.
   *
   * @param x percent from the left
   * @param middle percent from the left
   */
  public record Piece(
      String css, @Nullable String letter, String x, String width, String middle, String title) {}

  /** Draws the value of each version, given by its key. */
  static List<Piece> pieces(List<Key> keys, List<String> versions) {
    List<Piece> pieces = runs(keys, versions);
    return pieces.size() <= MAX_PIECES ? pieces : columns(keys, versions);
  }

  private static List<Piece> runs(List<Key> keys, List<String> versions) {
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= keys.size(); i++) {
      if (i == keys.size() || !keys.get(i).equals(keys.get(start))) {
        pieces.add(piece(keys.get(start), start, i, versions));
        start = i;
      }
    }
    return pieces;
  }

  /** For too many runs: every column shows only its newest version. */
  private static List<Piece> columns(List<Key> keys, List<String> versions) {
    List<Piece> pieces = new ArrayList<>();
    for (int column = 0; column < MAX_PIECES; column++) {
      int start = (int) ((long) column * keys.size() / MAX_PIECES);
      int end = (int) ((column + 1L) * keys.size() / MAX_PIECES);
      if (end > start) {
        pieces.add(piece(keys.get(end - 1), start, end, versions));
      }
    }
    return pieces;
  }

  private static Piece piece(Key key, int start, int end, List<String> versions) {
    double width = 100.0 * (end - start) / versions.size();
    double x = 100.0 * start / versions.size();
    String which =
        end - start == 1
            ? versions.get(start)
            : versions.get(start) + " to " + versions.get(end - 1);
    return new Piece(
        key.css(),
        width < MIN_LETTER_WIDTH ? null : key.letter(),
        percent(x),
        percent(width),
        percent(x + width / 2),
        key.text() + ": " + which);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }
}
