package dev.whence.verify.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public keys as files hold them (RFC 7468, 13). */
public final class PublicKeyPem {

  private static final Pattern FORM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

  private PublicKeyPem() {}

  /** The key; empty if the text has no public key of a kind that Sigstore uses. */
  public static Optional<PublicKey> parse(byte[] pem) {
    Matcher matcher = FORM.matcher(new String(pem, StandardCharsets.ISO_8859_1).strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      byte[] der = Base64.getDecoder().decode(matcher.group(1).replaceAll("\\s", ""));
      return Optional.of(Crypto.publicKey(der));
    } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
      return Optional.empty();
    }
  }
}
