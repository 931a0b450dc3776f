package dev.whence.verify.crypto;

import java.util.Map;
import java.util.Optional;

/** Hash algorithms by the names that Rekor's entries, bundles and statements use for them. */
public final class HashNames {

  private static final Map<String, String> JDK =
      Map.of(
          "sha256", "SHA-256",
          "sha384", "SHA-384",
          "sha512", "SHA-512",
          "SHA2_256", "SHA-256",
          "SHA2_384", "SHA-384",
          "SHA2_512", "SHA-512");

  private HashNames() {}

  /** The JDK's name; empty for an algorithm that is too weak for signatures. */
  public static Optional<String> jdk(String name) {
    return Optional.ofNullable(JDK.get(name));
  }
}
