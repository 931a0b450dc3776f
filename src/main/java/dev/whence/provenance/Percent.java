package dev.whence.provenance;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoding (RFC 3986, 2.1), decoded once. Invalid escapes, and escapes whose bytes are not
 * UTF-8, stay unchanged. So do escapes of characters that would change the meaning of the text
 * around them.
 */
public final class Percent {

  /** In a whole URL: the characters that separate its parts, and the escape character. */
  private static final String SEPARATORS = ":/?#[]@%";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Percent() {}

  /**
   * A path or ref that was cut out of a URI. A slash separates its segments; an escaped slash does
   * not.
   */
  public static String decodedPart(String part) {
    return decoded(part, "/");
  }

  /**
   * Whether two parts mean the same, each with escapes or without. Text that only looks like an
   * escape ({@code 50%20off} as a branch's name) is compared unchanged as well.
   */
  public static boolean isSamePart(String left, String right) {
    String plainLeft = decodedPart(left);
    String plainRight = decodedPart(right);
    return plainLeft.equals(plainRight) || plainLeft.equals(right) || plainRight.equals(left);
  }

  /** A whole URL in one of its equal spellings, without unnecessary escapes. */
  public static String normalized(String url) {
    return decoded(url, SEPARATORS);
  }

  private static String decoded(String text, String kept) {
    int escape = text.indexOf('%');
    if (escape < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int done = 0;
    while (escape >= 0) {
      decoded.append(text, done, escape);
      int end = endOfEscapes(text, escape);
      if (end == escape) {
        decoded.append('%');
        done = escape + 1;
      } else {
        append(decoded, text.substring(escape, end), kept);
        done = end;
      }
      escape = text.indexOf('%', done);
    }
    return decoded.append(text, done, text.length()).toString();
  }

  private static int endOfEscapes(String text, int start) {
    int end = start;
    while (end <= text.length() - 3
        && text.charAt(end) == '%'
        && HexFormat.isHexDigit(text.charAt(end + 1))
        && HexFormat.isHexDigit(text.charAt(end + 2))) {
      end += 3;
    }
    return end;
  }

  private static void append(StringBuilder decoded, String escapes, String kept) {
    byte[] bytes = HexFormat.of().parseHex(escapes.replace("%", ""));
    String characters;
    try {
      characters = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      decoded.append(escapes);
      return;
    }
    for (int i = 0; i < characters.length(); i++) {
      char character = characters.charAt(i);
      if (kept.indexOf(character) >= 0 || Character.isISOControl(character)) {
        for (byte one : String.valueOf(character).getBytes(StandardCharsets.UTF_8)) {
          decoded.append('%').append(HEX.toHexDigits(one));
        }
      } else {
        decoded.append(character);
      }
    }
  }
}
