package dev.whence.verify.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.provenance.MalformedException;
import dev.whence.provenance.StrictJson;
import dev.whence.provenance.bundle.Bundle;
import dev.whence.verify.crypto.HashNames;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * What a transparency log entry's body says was signed, in each kind that npm's bundles and their
 * relatives use (Rekor's types; Rekor v2's entry.proto). One that tells of two signatures or of two
 * signers is of none of these kinds: it would not be about one bundle.
 *
 * @param algorithm of the hash, as the JDK names it
 * @param payloadHash of what was signed
 * @param coversEncoding the hash is over the pre-authentication encoding, not the payload alone
 * @param signature DER
 * @param signer the DER certificate, or SubjectPublicKeyInfo of a managed key
 */
record LogBody(
    String algorithm, byte[] payloadHash, boolean coversEncoding, byte[] signature, byte[] signer) {

  /** Empty where the kind is unknown, or the body is not of the kind that the entry names. */
  static Optional<LogBody> read(Bundle.Entry entry) {
    try {
      JsonNode body = StrictJson.object(entry.body(), "the body");
      if (!StrictJson.requiredText(body, "kind").equals(entry.kind())
          || !StrictJson.requiredText(body, "apiVersion").equals(entry.kindVersion())) {
        return Optional.empty();
      }
      JsonNode spec = StrictJson.requiredObject(body, "spec");
      return switch (entry.kind() + "/" + entry.kindVersion()) {
        case "intoto/0.0.2" -> Optional.of(intoto(StrictJson.requiredObject(spec, "content")));
        case "dsse/0.0.1" -> Optional.of(dsse(spec));
        case "hashedrekord/0.0.1" -> Optional.of(hashedRekord(spec));
        case "hashedrekord/0.0.2" -> Optional.of(hashedRekordV2(spec));
        default -> Optional.empty();
      };
    } catch (MalformedException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Signature and key are base64 of base64 and of PEM: intoto 0.0.2 encodes them twice. */
  private static LogBody intoto(JsonNode content) throws MalformedException {
    JsonNode signature = only(StrictJson.requiredObject(content, "envelope"));
    JsonNode hash = StrictJson.requiredObject(content, "payloadHash");
    return new LogBody(
        algorithm(hash),
        hex(hash),
        false,
        base64(
            new String(
                base64(StrictJson.requiredText(signature, "sig")), StandardCharsets.US_ASCII)),
        pem(StrictJson.requiredText(signature, "publicKey")));
  }

  private static LogBody dsse(JsonNode spec) throws MalformedException {
    JsonNode signature = only(spec);
    JsonNode hash = StrictJson.requiredObject(spec, "payloadHash");
    return new LogBody(
        algorithm(hash),
        hex(hash),
        false,
        base64(StrictJson.requiredText(signature, "signature")),
        pem(StrictJson.requiredText(signature, "verifier")));
  }

  private static LogBody hashedRekord(JsonNode spec) throws MalformedException {
    JsonNode signature = StrictJson.requiredObject(spec, "signature");
    JsonNode hash = StrictJson.requiredObject(StrictJson.requiredObject(spec, "data"), "hash");
    JsonNode key = StrictJson.requiredObject(signature, "publicKey");
    return new LogBody(
        algorithm(hash),
        hex(hash),
        true,
        base64(StrictJson.requiredText(signature, "content")),
        pem(StrictJson.requiredText(key, "content")));
  }

  private static LogBody hashedRekordV2(JsonNode spec) throws MalformedException {
    StrictJson.requireMembers(spec, "spec", Set.of("hashedRekordV002"));
    JsonNode entry = StrictJson.requiredObject(spec, "hashedRekordV002");
    StrictJson.requireMembers(entry, "hashedRekordV002", Set.of("data", "signature"));
    JsonNode hash = StrictJson.requiredObject(entry, "data");
    JsonNode signature = StrictJson.requiredObject(entry, "signature");
    StrictJson.requireMembers(signature, "signature", Set.of("content", "verifier"));
    return new LogBody(
        algorithm(hash),
        base64(StrictJson.requiredText(hash, "digest")),
        true,
        base64(StrictJson.requiredText(signature, "content")),
        verifier(StrictJson.requiredObject(signature, "verifier")));
  }

  /** The one signature of an envelope. */
  private static JsonNode only(JsonNode envelope) throws MalformedException {
    JsonNode signatures = StrictJson.requiredArray(envelope, "signatures");
    if (signatures.size() != 1) {
      throw new MalformedException("the entry has " + signatures.size() + " signatures");
    }
    return signatures.get(0);
  }

  private static String algorithm(JsonNode hash) throws MalformedException {
    return HashNames.jdk(StrictJson.requiredText(hash, "algorithm"))
        .orElseThrow(() -> new IllegalArgumentException("unknown hash algorithm"));
  }

  private static byte[] verifier(JsonNode verifier) throws MalformedException {
    StrictJson.requireMembers(
        verifier, "verifier", Set.of("keyDetails", "publicKey", "x509Certificate"));
    String chosen = StrictJson.oneOf(verifier, "publicKey", "x509Certificate");
    return base64(StrictJson.requiredText(StrictJson.requiredObject(verifier, chosen), "rawBytes"));
  }

  private static byte[] hex(JsonNode hash) throws MalformedException {
    return HexFormat.of().parseHex(StrictJson.requiredText(hash, "value"));
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
