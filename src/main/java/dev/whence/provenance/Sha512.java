package dev.whence.provenance;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** A SHA-512 digest, kept as 128 lower-case hex digits, as in-toto subjects write it. */
public record Sha512(String hex) {

  /** Its length. */
  public static final int BYTES = 64;

  private static final int DIGITS = 2 * BYTES;
  private static final String SRI_PREFIX = "sha512-";

  public Sha512 {
    if (!isHex(hex) || !hex.equals(hex.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("not a sha512 in hex");
    }
  }

  private static boolean isHex(String text) {
    return text.length() == DIGITS && text.chars().allMatch(HexFormat::isHexDigit);
  }

  /** From 64 bytes. */
  public static Sha512 of(byte[] digest) {
    return new Sha512(HexFormat.of().formatHex(digest));
  }

  /** From hex digits of either case; empty if they are not a sha512. */
  public static Optional<Sha512> parseHex(String text) {
    return isHex(text) ? Optional.of(new Sha512(text.toLowerCase(Locale.ROOT))) : Optional.empty();
  }

  /** The 64 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** As {@code dist.integrity} writes it: {@code sha512-} and base64. */
  public String integrity() {
    return SRI_PREFIX + Base64.getEncoder().encodeToString(bytes());
  }
}
