package dev.whence.verify.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;

/** Hashes and signatures as Sigstore uses them. */
public final class Crypto {

  private Crypto() {}

  public static byte[] sha256(byte[]... parts) {
    MessageDigest digest = sha256();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** For many hashes in a row. */
  public static MessageDigest sha256() {
    return messageDigest("SHA-256");
  }

  /** A digest by one of the algorithms that Sigstore's entries name. */
  public static byte[] digest(String algorithm, byte[] bytes) {
    return messageDigest(algorithm).digest(bytes);
  }

  private static MessageDigest messageDigest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /** True where the signature is by the key; a malformed signature is simply not one. */
  public static boolean verifies(PublicKey key, byte[] signature, byte[]... message) {
    try {
      Signature verifier = Signature.getInstance(algorithm(key));
      verifier.initVerify(key);
      for (byte[] part : message) {
        verifier.update(part);
      }
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The same over a message, given only its digest by {@link #digestAlgorithm}. */
  public static boolean verifiesDigest(PublicKey key, byte[] signature, byte[] digest) {
    try {
      Signature verifier = Signature.getInstance("NONEwithECDSA");
      verifier.initVerify(key);
      verifier.update(digest);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The digest that a key signs; empty for keys that sign the message itself. */
  public static Optional<String> digestAlgorithm(PublicKey key) {
    return key instanceof ECPublicKey ec ? Optional.of("SHA-" + bits(ec)) : Optional.empty();
  }

  /** The hash that Sigstore pairs with each kind of key (algorithm registry). */
  private static String algorithm(PublicKey key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA" + bits((ECPublicKey) key) + "withECDSA";
      case "Ed25519", "EdDSA" -> "Ed25519";
      default -> "SHA256withRSA";
    };
  }

  private static int bits(ECPublicKey key) {
    int order = key.getParams().getOrder().bitLength();
    return order > 384 ? 512 : order > 256 ? 384 : 256;
  }

  /** A key from its SubjectPublicKeyInfo, or from PKCS #1 as old certificate logs are listed. */
  public static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
    for (String type : new String[] {"EC", "Ed25519", "RSA"}) {
      Optional<PublicKey> key = publicKey(type, encoded);
      if (key.isPresent()) {
        return key.get();
      }
    }
    return pkcs1(encoded);
  }

  private static Optional<PublicKey> publicKey(String type, byte[] encoded) {
    try {
      return Optional.of(
          KeyFactory.getInstance(type).generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException anotherType) {
      return Optional.empty();
    }
  }

  /** The JDK reads the same key with the name of its algorithm (RFC 8017, A.1.1). */
  private static PublicKey pkcs1(byte[] encoded) throws GeneralSecurityException {
    try {
      RSAPublicKey key = RSAPublicKey.getInstance(encoded);
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    } catch (IllegalArgumentException notPkcs1) {
      throw new InvalidKeySpecException("it is no key of a kind that we know", notPkcs1);
    }
  }

  /** DSSE's pre-authentication encoding; lengths count bytes (DSSE protocol, v1). */
  public static byte[] preAuthenticationEncoding(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("DSSEv1 " + type.length + " " + payloadType + " " + payload.length + " ")
            .getBytes(StandardCharsets.UTF_8);
    byte[] encoded = new byte[head.length + payload.length];
    System.arraycopy(head, 0, encoded, 0, head.length);
    System.arraycopy(payload, 0, encoded, head.length, payload.length);
    return encoded;
  }
}
