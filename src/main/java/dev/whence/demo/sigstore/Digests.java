package dev.whence.demo.sigstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes of parts that are joined. */
final class Digests {

  private Digests() {}

  static byte[] sha256(byte[]... parts) {
    return digest("SHA-256", parts);
  }

  static byte[] sha384(byte[]... parts) {
    return digest("SHA-384", parts);
  }

  static byte[] sha512(byte[]... parts) {
    return digest("SHA-512", parts);
  }

  /** Bytes that the texts determine, used instead of a random generator. */
  static byte[] derived(String seed, String label) {
    return sha512(seed.getBytes(StandardCharsets.UTF_8), new byte[1], utf8(label));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] digest(String algorithm, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
