package dev.whence.provenance.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.provenance.MalformedException;
import dev.whence.provenance.StrictJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bundle strictly, as protobuf's JSON mapping defines it: every member has the name and the
 * type of the specification, an absent one may be {@code null}, and only one member of a choice is
 * there. An unknown member is not read but named, because another reader could interpret it.
 */
final class BundleReader {

  private static final int MAX_ENTRIES = 32;
  private static final int MAX_CERTIFICATES = 10;

  /** A tree of 2^63 leaves has paths of 63 hashes. */
  private static final int MAX_HASHES = 64;

  private static final Set<String> BUNDLE =
      Set.of("mediaType", "verificationMaterial", "dsseEnvelope", "messageSignature");
  private static final Set<String> MATERIAL =
      Set.of(
          "publicKey",
          "certificate",
          "x509CertificateChain",
          "tlogEntries",
          "timestampVerificationData");
  private static final Set<String> ENTRY =
      Set.of(
          "logIndex",
          "logId",
          "kindVersion",
          "integratedTime",
          "inclusionPromise",
          "inclusionProof",
          "canonicalizedBody");
  private static final Set<String> PROOF =
      Set.of("logIndex", "rootHash", "treeSize", "hashes", "checkpoint");

  private @Nullable String stranger;

  private BundleReader() {}

  static Bundle read(JsonNode node) throws MalformedException {
    return new BundleReader().bundle(node);
  }

  private Bundle bundle(JsonNode node) throws MalformedException {
    expect(node, "the bundle", BUNDLE);
    String mediaType = StrictJson.requiredText(node, "mediaType");
    Bundle.Version version = Bundle.Version.of(mediaType);
    JsonNode material = StrictJson.requiredObject(node, "verificationMaterial");
    expect(material, "verificationMaterial", MATERIAL);
    Bundle.Material signer = material(material, version);
    List<Bundle.Entry> entries = entries(material);
    List<byte[]> timestamps = timestamps(material);
    Bundle.Content content = content(node);
    return new Bundle(mediaType, version, signer, entries, timestamps, content, stranger);
  }

  private Bundle.Material material(JsonNode node, Bundle.Version version)
      throws MalformedException {
    String chosen = StrictJson.oneOf(node, "publicKey", "certificate", "x509CertificateChain");
    JsonNode value = StrictJson.requiredObject(node, chosen);
    return switch (chosen) {
      case "publicKey" -> {
        expect(value, chosen, Set.of("hint"));
        yield new Bundle.Material.PublicKey(StrictJson.requiredText(value, "hint"));
      }
      case "certificate" -> certificates(List.of(certificate(value)));
      default -> {
        if (version == Bundle.Version.V0_3) {
          throw new MalformedException("a v0.3 bundle needs a single certificate or a public key");
        }
        expect(value, chosen, Set.of("certificates"));
        yield chain(StrictJson.requiredArray(value, "certificates"));
      }
    };
  }

  private Bundle.Material chain(JsonNode listed) throws MalformedException {
    if (listed.isEmpty() || listed.size() > MAX_CERTIFICATES) {
      throw new MalformedException("the certificate chain has " + listed.size() + " certificates");
    }
    List<byte[]> chain = new ArrayList<>();
    for (JsonNode certificate : listed) {
      chain.add(certificate(certificate));
    }
    return certificates(chain);
  }

  private static Bundle.Material certificates(List<byte[]> chain) {
    return new Bundle.Material.Certificates(chain, FulcioCertificate.parseOrNull(chain.getFirst()));
  }

  private byte[] certificate(JsonNode node) throws MalformedException {
    expect(node, "the certificate", Set.of("rawBytes"));
    return Der.requireShallow(StrictJson.requiredBytes(node, "rawBytes"), "the certificate");
  }

  private List<Bundle.Entry> entries(JsonNode material) throws MalformedException {
    List<Bundle.Entry> entries = new ArrayList<>();
    for (JsonNode entry : StrictJson.array(material, "tlogEntries", MAX_ENTRIES)) {
      entries.add(entry(entry));
    }
    return entries;
  }

  private Bundle.Entry entry(JsonNode node) throws MalformedException {
    expect(node, "the log entry", ENTRY);
    JsonNode kind = StrictJson.requiredObject(node, "kindVersion");
    expect(kind, "kindVersion", Set.of("kind", "version"));
    JsonNode logId = StrictJson.requiredObject(node, "logId");
    expect(logId, "logId", Set.of("keyId"));
    byte @Nullable [] promise = promise(StrictJson.optionalObject(node, "inclusionPromise"));
    long seconds = StrictJson.number(node, "integratedTime");
    @Nullable Instant time = seconds == 0 ? null : instant(seconds);
    @Nullable JsonNode proof = StrictJson.optionalObject(node, "inclusionProof");
    return new Bundle.Entry(
        StrictJson.number(node, "logIndex"),
        StrictJson.requiredBytes(logId, "keyId"),
        StrictJson.requiredText(kind, "kind"),
        StrictJson.requiredText(kind, "version"),
        promise == null ? null : time,
        promise,
        proof == null ? null : proof(proof),
        StrictJson.requiredBytes(node, "canonicalizedBody"));
  }

  private byte @Nullable [] promise(@Nullable JsonNode node) throws MalformedException {
    if (node == null) {
      return null;
    }
    expect(node, "inclusionPromise", Set.of("signedEntryTimestamp"));
    return StrictJson.requiredBytes(node, "signedEntryTimestamp");
  }

  private static Instant instant(long seconds) throws MalformedException {
    // Year 9999: beyond it, neither RFC 3339 nor Postgres follows.
    if (seconds > 253_402_300_799L) {
      throw new MalformedException("integratedTime is out of range");
    }
    return Instant.ofEpochSecond(seconds);
  }

  private Bundle.InclusionProof proof(JsonNode node) throws MalformedException {
    expect(node, "inclusionProof", PROOF);
    List<byte[]> hashes = new ArrayList<>();
    for (JsonNode hash : StrictJson.array(node, "hashes", MAX_HASHES)) {
      if (!hash.isTextual()) {
        throw new MalformedException("hashes has an item that is not text");
      }
      hashes.add(StrictJson.base64(hash.textValue(), "hashes"));
    }
    return new Bundle.InclusionProof(
        StrictJson.number(node, "logIndex"),
        StrictJson.number(node, "treeSize"),
        StrictJson.requiredBytes(node, "rootHash"),
        hashes,
        checkpoint(StrictJson.optionalObject(node, "checkpoint")));
  }

  private @Nullable String checkpoint(@Nullable JsonNode node) throws MalformedException {
    if (node == null) {
      return null;
    }
    expect(node, "checkpoint", Set.of("envelope"));
    return StrictJson.text(node, "envelope");
  }

  private List<byte[]> timestamps(JsonNode material) throws MalformedException {
    @Nullable JsonNode data = StrictJson.optionalObject(material, "timestampVerificationData");
    if (data == null) {
      return List.of();
    }
    expect(data, "timestampVerificationData", Set.of("rfc3161Timestamps"));
    List<byte[]> timestamps = new ArrayList<>();
    for (JsonNode item : StrictJson.array(data, "rfc3161Timestamps", MAX_ENTRIES)) {
      expect(item, "the timestamp", Set.of("signedTimestamp"));
      timestamps.add(
          Der.requireShallow(StrictJson.requiredBytes(item, "signedTimestamp"), "the timestamp"));
    }
    return timestamps;
  }

  private Bundle.Content content(JsonNode node) throws MalformedException {
    String chosen = StrictJson.oneOf(node, "dsseEnvelope", "messageSignature");
    JsonNode value = StrictJson.requiredObject(node, chosen);
    return chosen.equals("dsseEnvelope") ? envelope(value) : message(value);
  }

  private Bundle.Content message(JsonNode node) throws MalformedException {
    expect(node, "messageSignature", Set.of("messageDigest", "signature"));
    byte[] signature = StrictJson.requiredBytes(node, "signature");
    @Nullable JsonNode digest = StrictJson.optionalObject(node, "messageDigest");
    if (digest == null) {
      return new Bundle.Content.MessageSignature(null, new byte[0], signature);
    }
    expect(digest, "messageDigest", Set.of("algorithm", "digest"));
    byte @Nullable [] hash = StrictJson.bytes(digest, "digest");
    return new Bundle.Content.MessageSignature(
        StrictJson.text(digest, "algorithm"), hash == null ? new byte[0] : hash, signature);
  }

  private Bundle.Content envelope(JsonNode node) throws MalformedException {
    expect(node, "dsseEnvelope", Set.of("payload", "payloadType", "signatures"));
    JsonNode signatures = StrictJson.requiredArray(node, "signatures");
    if (signatures.size() != 1) {
      throw new MalformedException(
          "the envelope has " + signatures.size() + " signatures where a bundle has exactly one");
    }
    JsonNode only = signatures.get(0);
    expect(only, "the signature", Set.of("sig", "keyid"));
    String text = StrictJson.requiredText(only, "sig");
    byte[] signature = StrictJson.lenientBase64(text, "sig");
    return new Bundle.Content.Envelope(
        StrictJson.requiredText(node, "payloadType"),
        StrictJson.requiredBytes(node, "payload"),
        signature,
        StrictJson.endsInZeroBits(text, signature.length),
        StrictJson.text(only, "keyid"));
  }

  /** Throws unless {@code node} is an object; remembers the first unknown member. */
  private void expect(JsonNode node, String what, Set<String> known) throws MalformedException {
    @Nullable String other = StrictJson.otherMember(node, what, known);
    if (stranger == null && other != null) {
      stranger = other;
    }
  }
}
