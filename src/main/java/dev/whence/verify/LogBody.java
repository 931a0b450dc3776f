package dev.whence.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.provenance.Bundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a transparency log entry's body says was signed, in each kind that npm's bundles and their
 * relatives use (Rekor's types; Rekor v2's entry.proto).
 *
 * @param algorithm of the hash, as the JDK names it
 * @param payloadHash of what was signed
 * @param coversEncoding the hash is over the pre-authentication encoding, not the payload alone
 * @param signature DER
 * @param signer the DER certificate, or SubjectPublicKeyInfo of a managed key
 */
record LogBody(
    String algorithm, byte[] payloadHash, boolean coversEncoding, byte[] signature, byte[] signer) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Empty where the kind is unknown, or the body is not of the kind that the entry names. */
  static Optional<LogBody> read(Bundle.Entry entry) {
    try {
      JsonNode body = MAPPER.readTree(entry.body());
      if (!body.path("kind").asText().equals(entry.kind())
          || !body.path("apiVersion").asText().equals(entry.kindVersion())) {
        return Optional.empty();
      }
      JsonNode spec = body.path("spec");
      return switch (entry.kind() + "/" + entry.kindVersion()) {
        case "intoto/0.0.2" -> Optional.of(intoto(spec.path("content")));
        case "dsse/0.0.1" -> Optional.of(dsse(spec));
        case "hashedrekord/0.0.1" -> Optional.of(hashedRekord(spec));
        case "hashedrekord/0.0.2" -> Optional.of(hashedRekordV2(spec.path("hashedRekordV002")));
        default -> Optional.empty();
      };
    } catch (IOException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Signature and key are base64 of base64 and of PEM: intoto 0.0.2 encodes them twice. */
  private static LogBody intoto(JsonNode content) {
    JsonNode signature = content.path("envelope").path("signatures").path(0);
    return new LogBody(
        algorithm(content.path("payloadHash")),
        hex(content.path("payloadHash")),
        false,
        base64(new String(base64(signature.path("sig").asText()), StandardCharsets.US_ASCII)),
        pem(signature.path("publicKey").asText()));
  }

  private static LogBody dsse(JsonNode spec) {
    JsonNode signature = spec.path("signatures").path(0);
    return new LogBody(
        algorithm(spec.path("payloadHash")),
        hex(spec.path("payloadHash")),
        false,
        base64(signature.path("signature").asText()),
        pem(signature.path("verifier").asText()));
  }

  private static LogBody hashedRekord(JsonNode spec) {
    JsonNode signature = spec.path("signature");
    return new LogBody(
        algorithm(spec.path("data").path("hash")),
        hex(spec.path("data").path("hash")),
        true,
        base64(signature.path("content").asText()),
        pem(signature.path("publicKey").path("content").asText()));
  }

  private static LogBody hashedRekordV2(JsonNode spec) {
    JsonNode signature = spec.path("signature");
    return new LogBody(
        algorithm(spec.path("data")),
        base64(spec.path("data").path("digest").asText()),
        true,
        base64(signature.path("content").asText()),
        verifier(signature.path("verifier")));
  }

  private static String algorithm(JsonNode hash) {
    return HashNames.jdk(hash.path("algorithm").asText())
        .orElseThrow(() -> new IllegalArgumentException("unknown hash algorithm"));
  }

  private static byte[] verifier(JsonNode verifier) {
    JsonNode certificate = verifier.path("x509Certificate");
    JsonNode material = certificate.isObject() ? certificate : verifier.path("publicKey");
    return base64(material.path("rawBytes").asText());
  }

  private static byte[] hex(JsonNode hash) {
    return HexFormat.of().parseHex(hash.path("value").asText());
  }

  private static byte[] base64(String text) {
    return Base64.getDecoder().decode(text);
  }

  private static byte[] pem(String encoded) {
    StringBuilder digits = new StringBuilder(encoded.length());
    new String(base64(encoded), StandardCharsets.US_ASCII)
        .lines()
        .filter(line -> !line.startsWith("-----"))
        .forEach(line -> digits.append(line.strip()));
    return base64(digits.toString());
  }
}
