package dev.whence.demo.sigstore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The canonicalized body of a log entry about an envelope, members in alphabetical order as RFC
 * 8785 wants them.
 */
record WrittenLogBody(String kind, String version, JsonNode spec) {

  ObjectNode json() {
    return Json.object("apiVersion", version, "kind", kind, "spec", spec);
  }

  /** As npm's bundles had it until 2024; signature and key are base64 twice. */
  static WrittenLogBody intoto(Envelope envelope, SignatureMaterial material) {
    ObjectNode signature =
        Json.object(
            "keyid",
            envelope.keyId(),
            "publicKey",
            Json.base64(pem(material)),
            "sig",
            Json.base64(Digests.utf8(Json.base64(envelope.signature()))));
    ObjectNode content =
        Json.object(
            "envelope",
            Json.object("payloadType", Envelope.PAYLOAD_TYPE, "signatures", Json.array(signature)),
            "hash",
            Json.sha256(Json.bytes(envelope.json())),
            "payloadHash",
            Json.sha256(envelope.payload()));
    return new WrittenLogBody("intoto", "0.0.2", Json.object("content", content));
  }

  /** As npm's provenance has it since 2025. */
  static WrittenLogBody dsse(Envelope envelope, SignatureMaterial material) {
    ObjectNode signature =
        Json.object(
            "signature", Json.base64(envelope.signature()), "verifier", Json.base64(pem(material)));
    return new WrittenLogBody(
        "dsse",
        "0.0.1",
        Json.object(
            "envelopeHash",
            Json.sha256(Json.bytes(envelope.json())),
            "payloadHash",
            Json.sha256(envelope.payload()),
            "signatures",
            Json.array(signature)));
  }

  /** As Rekor v2 has it: the hash is over the pre-authentication encoding, as the signature is. */
  static WrittenLogBody hashedRekordV2(Envelope envelope, SignatureMaterial material) {
    ObjectNode verifier =
        Json.object(
            "keyDetails",
            "PKIX_ECDSA_P256_SHA_256",
            "x509Certificate",
            Json.object("rawBytes", Json.base64(material.encoded())));
    ObjectNode entry =
        Json.object(
            "data",
            Json.object(
                "algorithm", "SHA2_256", "digest", Json.base64(Digests.sha256(envelope.encoded()))),
            "signature",
            Json.object("content", Json.base64(envelope.signature()), "verifier", verifier));
    return new WrittenLogBody("hashedrekord", "0.0.2", Json.object("hashedRekordV002", entry));
  }

  private static byte[] pem(SignatureMaterial material) {
    String label = material.keyHint() == null ? "CERTIFICATE" : "PUBLIC KEY";
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(material.encoded());
    return ("-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
