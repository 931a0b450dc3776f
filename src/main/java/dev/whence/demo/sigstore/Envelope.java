package dev.whence.demo.sigstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A DSSE envelope.
 *
 * @param keyId names a managed key; absent beside a certificate
 */
record Envelope(byte[] payload, byte[] signature, @Nullable String keyId) {

  static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  static Envelope sign(byte[] payload, SigningKey key, @Nullable String keyId) {
    return new Envelope(payload, key.sign(encoded(payload)), keyId);
  }

  /** The signed bytes. */
  byte[] encoded() {
    return encoded(payload);
  }

  /** The pre-authentication encoding (DSSE protocol, v1). */
  private static byte[] encoded(byte[] payload) {
    byte[] head =
        Digests.utf8(
            "DSSEv1 %d %s %d ".formatted(PAYLOAD_TYPE.length(), PAYLOAD_TYPE, payload.length));
    byte[] all = new byte[head.length + payload.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(payload, 0, all, head.length, payload.length);
    return all;
  }

  Envelope withPayload(byte[] other) {
    return new Envelope(other, signature, keyId);
  }

  ObjectNode json() {
    return Json.object(
        "payload",
        Json.base64(payload),
        "payloadType",
        PAYLOAD_TYPE,
        "signatures",
        Json.array(
            Json.object("sig", Json.base64(signature), "keyid", keyId == null ? "" : keyId)));
  }
}
