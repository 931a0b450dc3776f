package dev.whence.demo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Values that look random and are computed from a text, so that they are the same each time. */
final class DrawnValue {

  private static final long IDS = 900_000_000L;
  private static final int COMMIT_DIGITS = 40;

  private DrawnValue() {}

  /** A number from 0 up to, not including, the bound. */
  static long below(String text, long bound) {
    return new BigInteger(1, sha512(text)).mod(BigInteger.valueOf(bound)).longValueExact();
  }

  static <T> T of(String text, List<T> choices) {
    return choices.get((int) below(text, choices.size()));
  }

  /** A forge's id. */
  static long id(String text) {
    return 1_000_000L + below("id " + text, IDS);
  }

  static String commit(String text) {
    return HexFormat.of().formatHex(sha512("commit " + text)).substring(0, COMMIT_DIGITS);
  }

  static byte[] sha512(String text) {
    return sha512(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] sha512(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }
}
