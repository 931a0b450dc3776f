package dev.whence.provenance;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A SHA-512 digest, kept as 128 lower-case hex digits, as in-toto subjects write it. */
public record Sha512(String hex) {

  private static final int DIGITS = 128;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
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

  /** From hex digits of either case; empty where they are not a sha512. */
  public static Optional<Sha512> parseHex(String text) {
    return isHex(text) ? Optional.of(new Sha512(text.toLowerCase(Locale.ROOT))) : Optional.empty();
  }

  /**
   * From a packument's {@code dist.integrity} (W3C Subresource Integrity): the first sha512 in a
   * list separated by white space. Empty where there is none.
   */
  public static Optional<Sha512> parseIntegrity(String integrity) {
    for (String part : BLANKS.split(integrity.trim(), -1)) {
      Optional<Sha512> found = parseOneIntegrity(part);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Sha512> parseOneIntegrity(String part) {
    if (!part.startsWith(SRI_PREFIX)) {
      return Optional.empty();
    }
    String value = part.substring(SRI_PREFIX.length());
    int options = value.indexOf('?');
    try {
      byte[] digest = Base64.getDecoder().decode(options < 0 ? value : value.substring(0, options));
      return digest.length == 64 ? Optional.of(of(digest)) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
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
