package dev.whence.provenance;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts values from outside into sentences: quoted, bounded, without control characters. */
public final class Quoted {

  private static final int MAX = 160;
  private static final Pattern UNSHOWN = Pattern.compile("\\p{C}");

  private Quoted() {}

  public static String shown(@Nullable Object value) {
    if (value == null) {
      return "nothing";
    }
    String text = UNSHOWN.matcher(value.toString()).replaceAll("\ufffd");
    return "“" + (text.length() <= MAX ? text : text.substring(0, MAX) + "…") + "”";
  }

  /** A digest's first digits, enough to compare by eye. */
  public static String digest(String hex) {
    return hex.length() <= 16 ? hex : hex.substring(0, 16) + "…";
  }
}
