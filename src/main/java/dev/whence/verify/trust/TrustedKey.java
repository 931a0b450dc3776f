package dev.whence.verify.trust;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.provenance.MalformedException;
import dev.whence.provenance.StrictJson;
import dev.whence.verify.crypto.Crypto;
import dev.whence.verify.crypto.Validity;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@code publicKey} of Sigstore's trusted root or of npm's target in its TUF repository
 * (protobuf-specs, sigstore_common.proto), with its required members: the kind of key and the start
 * of its validity.
 */
record TrustedKey(PublicKey key, Validity validity) {

  /**
   * Reads the member {@code publicKey}.
   *
   * @param place of the node, for messages
   */
  static TrustedKey read(JsonNode node, String place) throws MalformedException {
    JsonNode value = within(node, place, "publicKey", Set.of("rawBytes", "keyDetails", "validFor"));
    String at = place + ".publicKey";
    PublicKey key = key(value, at);
    @Nullable String details = StrictJson.text(value, "keyDetails");
    if (details == null || !isKind(details, key)) {
      throw new MalformedException(at + ".keyDetails does not name the kind of its key");
    }
    return new TrustedKey(key, requireValidity(value, at));
  }

  /** Reads the member {@code validFor}: it has a start, and an end only after it. */
  static Validity requireValidity(JsonNode node, String place) throws MalformedException {
    JsonNode value = within(node, place, "validFor", Set.of("start", "end"));
    @Nullable Instant start = time(value, "start", place);
    @Nullable Instant end = time(value, "end", place);
    if (start == null) {
      throw new MalformedException(place + ".validFor.start is missing");
    }
    if (end != null && end.isBefore(start)) {
      throw new MalformedException(place + ".validFor.end is before its start");
    }
    return new Validity(start, end);
  }

  /** A member that must be an object with these members, and none else. */
  static JsonNode within(JsonNode node, String place, String member, Set<String> known)
      throws MalformedException {
    JsonNode value = node.path(member);
    StrictJson.requireMembers(value, place + "." + member, known);
    return value;
  }

  private static PublicKey key(JsonNode node, String place) throws MalformedException {
    try {
      return Crypto.publicKey(StrictJson.requiredBytes(node, "rawBytes"));
    } catch (GeneralSecurityException e) {
      throw new MalformedException(place + ".rawBytes is no key that we can read");
    }
  }

  private static @Nullable Instant time(JsonNode node, String member, String place)
      throws MalformedException {
    @Nullable String text = StrictJson.text(node, member);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new MalformedException(place + ".validFor." + member + " is not a time");
    }
  }

  /** The kinds whose signatures we can verify, by their names in sigstore_common.proto. */
  private static boolean isKind(String details, PublicKey key) {
    return switch (details) {
      case "PKIX_ECDSA_P256_SHA_256" -> isEc(key, 256);
      case "PKIX_ECDSA_P384_SHA_384" -> isEc(key, 384);
      case "PKIX_ECDSA_P521_SHA_512" -> isEc(key, 521);
      case "PKIX_ED25519" ->
          key.getAlgorithm().equals("EdDSA") || key.getAlgorithm().equals("Ed25519");
      case "PKCS1_RSA_PKCS1V5",
          "PKIX_RSA_PKCS1V5",
          "PKIX_RSA_PKCS1V15_2048_SHA256",
          "PKIX_RSA_PKCS1V15_3072_SHA256",
          "PKIX_RSA_PKCS1V15_4096_SHA256" ->
          key.getAlgorithm().equals("RSA");
      default -> false;
    };
  }

  /** A key for ECDSA on the curve of this size. */
  static boolean isEc(PublicKey key, int bits) {
    return key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() == bits;
  }
}
