package dev.whence.verify.trust;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.provenance.MalformedException;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.StrictJson;
import dev.whence.verify.crypto.Crypto;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks that a trusted root has what its specification requires (protobuf-specs,
 * sigstore_trustroot.proto) before the library reads it: for the library an absent time limit means
 * no limit. Messages name the place of an error.
 */
final class TrustedRootForm {

  private static final Set<String> MEDIA_TYPES =
      Set.of(
          "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
          "application/vnd.dev.sigstore.trustedroot+json;version=0.2",
          "application/vnd.dev.sigstore.trustedroot.v0.1+json",
          "application/vnd.dev.sigstore.trustedroot.v0.2+json");

  private static final List<String> LOGS = List.of("tlogs", "ctlogs");
  private static final List<String> AUTHORITIES =
      List.of("certificateAuthorities", "timestampAuthorities");

  private static final Set<String> ROOT =
      Set.of("mediaType", "tlogs", "ctlogs", "certificateAuthorities", "timestampAuthorities");
  private static final Set<String> LOG =
      Set.of("baseUrl", "hashAlgorithm", "publicKey", "logId", "checkpointKeyId", "operator");
  private static final Set<String> AUTHORITY =
      Set.of("subject", "uri", "certChain", "validFor", "operator");

  /** The bytes between a log's name and its Ed25519 key in C2SP's signed notes. */
  private static final byte[] ED25519_NOTE = {'\n', 1};

  private static final int ED25519_BYTES = 32;

  private TrustedRootForm() {}

  static void require(byte[] document) throws TrustException {
    try {
      JsonNode root = StrictJson.object(document, "the trusted root");
      StrictJson.requireMembers(root, "the trusted root", ROOT);
      String mediaType = StrictJson.requiredText(root, "mediaType");
      if (!MEDIA_TYPES.contains(mediaType)) {
        throw new MalformedException("mediaType is unknown: " + Quoted.shown(mediaType));
      }
      for (String kind : LOGS) {
        Set<String> ids = new HashSet<>();
        each(root, kind, (node, place) -> log(node, place, kind.equals("tlogs"), ids));
      }
      for (String kind : AUTHORITIES) {
        each(root, kind, TrustedRootForm::authority);
      }
    } catch (MalformedException e) {
      throw new TrustException("the trusted root cannot be read: " + e.getMessage(), e);
    }
  }

  private interface Rule {
    void hold(JsonNode node, String place) throws MalformedException;
  }

  /** Names the place of an error: {@code tlogs[0]}. */
  private static void each(JsonNode root, String list, Rule rule) throws MalformedException {
    if (!root.hasNonNull(list)) {
      return;
    }
    JsonNode listed = StrictJson.requiredArray(root, list);
    for (int i = 0; i < listed.size(); i++) {
      rule.hold(listed.get(i), list + "[" + i + "]");
    }
  }

  private static void authority(JsonNode node, String place) throws MalformedException {
    StrictJson.requireMembers(node, place, AUTHORITY);
    JsonNode chain = TrustedKey.within(node, place, "certChain", Set.of("certificates"));
    JsonNode certificates = StrictJson.requiredArray(chain, "certificates");
    if (certificates.isEmpty()) {
      throw new MalformedException(place + ".certChain.certificates is empty");
    }
    for (JsonNode certificate : certificates) {
      StrictJson.requireMembers(certificate, place + ".certChain.certificates", Set.of("rawBytes"));
      StrictJson.requiredBytes(certificate, "rawBytes");
    }
    TrustedKey.requireValidity(node, place);
  }

  private static void log(JsonNode node, String place, boolean entries, Set<String> ids)
      throws MalformedException {
    StrictJson.requireMembers(node, place, LOG);
    if (!"SHA2_256".equals(StrictJson.text(node, "hashAlgorithm"))) {
      throw new MalformedException(place + ".hashAlgorithm is not SHA2_256");
    }
    PublicKey key = TrustedKey.read(node, place).key();
    JsonNode logId = TrustedKey.within(node, place, "logId", Set.of("keyId"));
    byte[] id = StrictJson.requiredBytes(logId, "keyId");
    String url = StrictJson.requiredText(node, "baseUrl");
    if (!Arrays.equals(id, Crypto.sha256(key.getEncoded()))
        && !(entries && Arrays.equals(id, noteId(url, key)))) {
      throw new MalformedException(place + ".logId is not that of its key");
    }
    if (!ids.add(Base64.getEncoder().encodeToString(id))) {
      throw new MalformedException(place + ".logId is listed twice");
    }
  }

  /** Rekor v2's logs are named as signed notes name them: by host and Ed25519 key. */
  private static byte[] noteId(String url, PublicKey key) {
    String name = url.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
    byte[] encoded = key.getEncoded();
    return Crypto.sha256(
        name.getBytes(StandardCharsets.UTF_8),
        ED25519_NOTE,
        Arrays.copyOfRange(encoded, Math.max(0, encoded.length - ED25519_BYTES), encoded.length));
  }
}
