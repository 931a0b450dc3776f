package dev.whence.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Sigstore bundle as it was written, before anything is verified (sigstore_bundle.proto and
 * sigstore_rekor.proto of protobuf-specs, versions 0.1 to 0.3).
 *
 * @param entries transparency log entries; none is possible
 * @param timestamps RFC 3161 timestamp responses, DER
 */
public record Bundle(
    String mediaType,
    Version version,
    Material material,
    List<Entry> entries,
    List<byte[]> timestamps,
    Content content) {

  private static final int MAX_ENTRIES = 32;

  public Bundle {
    entries = List.copyOf(entries);
    timestamps = List.copyOf(timestamps);
  }

  /** The bundle format's version, by media type. */
  public enum Version {
    V0_1,
    V0_2,
    V0_3;

    static Version of(String mediaType) throws MalformedException {
      return switch (mediaType) {
        case "application/vnd.dev.sigstore.bundle+json;version=0.1" -> V0_1;
        case "application/vnd.dev.sigstore.bundle+json;version=0.2" -> V0_2;
        case "application/vnd.dev.sigstore.bundle+json;version=0.3",
            "application/vnd.dev.sigstore.bundle.v0.3+json" ->
            V0_3;
        default -> throw new MalformedException("unknown bundle media type " + mediaType);
      };
    }
  }

  /** What the signature must be verified with. */
  public sealed interface Material {

    /**
     * Certificates.
     *
     * @param chain each in DER, the leaf first
     * @param leaf the leaf, parsed; absent where it cannot be
     */
    record Certificates(List<byte[]> chain, @Nullable X509Certificate leaf) implements Material {
      public Certificates {
        chain = List.copyOf(chain);
      }
    }

    /** A key that verifiers know by other means. */
    record PublicKey(String hint) implements Material {}
  }

  /**
   * A transparency log entry.
   *
   * @param logIndex as written; {@link #coveredIndex()} says whether anything vouches for it
   * @param logId SHA-256 of the log's public key
   * @param integratedTime absent without a promise: nothing else of a log would cover it
   * @param promise the signed entry timestamp, DER
   * @param body the canonicalized body
   */
  public record Entry(
      long logIndex,
      byte[] logId,
      String kind,
      String kindVersion,
      @Nullable Instant integratedTime,
      byte @Nullable [] promise,
      @Nullable InclusionProof proof,
      byte[] body) {

    /** Rekor v2 knows this kind alone; it promises nothing, and its proofs state the index. */
    public boolean isOfRekorV2() {
      return kind.equals("hashedrekord") && kindVersion.equals("0.0.2");
    }

    /**
     * The index in the log as a whole, where something that the log signs can cover it: Rekor v1's
     * promise, or Rekor v2's proof. A proof of v1 states the index in one tree of several.
     */
    public @Nullable Long coveredIndex() {
      if (isOfRekorV2()) {
        return proof != null && proof.logIndex() == logIndex ? logIndex : null;
      }
      return promise == null ? null : logIndex;
    }
  }

  /**
   * A Merkle inclusion proof (RFC 6962, 2.1.1).
   *
   * @param checkpoint the signed tree head as a signed note
   */
  public record InclusionProof(
      long logIndex,
      long treeSize,
      byte[] rootHash,
      List<byte[]> hashes,
      @Nullable String checkpoint) {
    public InclusionProof {
      hashes = List.copyOf(hashes);
    }
  }

  /** What was signed. */
  public sealed interface Content {

    /** The one signature, whatever it covers. */
    byte[] signature();

    /**
     * A DSSE envelope with its one signature.
     *
     * @param canonical the signature's base64 is written as encoders write it
     */
    record Envelope(
        String payloadType,
        byte[] payload,
        byte[] signature,
        boolean canonical,
        @Nullable String keyId)
        implements Content {}

    /** A signature over an artifact that the bundle does not contain. */
    record MessageSignature(@Nullable String algorithm, byte[] digest, byte[] signature)
        implements Content {}
  }

  static Bundle read(JsonNode node) throws MalformedException {
    String mediaType = StrictJson.requiredText(node, "mediaType");
    Version version = Version.of(mediaType);
    JsonNode material = StrictJson.requiredObject(node, "verificationMaterial");
    return new Bundle(
        mediaType,
        version,
        material(material, version),
        entries(material),
        timestamps(material),
        content(node));
  }

  private static Material material(JsonNode node, Version version) throws MalformedException {
    if (node.path("publicKey").isObject()) {
      return new Material.PublicKey(StrictJson.requiredText(node.path("publicKey"), "hint"));
    }
    List<byte[]> chain = new ArrayList<>();
    if (node.path("certificate").isObject()) {
      chain.add(certificate(node.path("certificate")));
    } else if (version == Version.V0_3) {
      throw new MalformedException("a v0.3 bundle needs a single certificate or a public key");
    } else {
      JsonNode listed =
          StrictJson.requiredArray(
              StrictJson.requiredObject(node, "x509CertificateChain"), "certificates");
      for (JsonNode certificate : listed) {
        chain.add(certificate(certificate));
      }
    }
    if (chain.isEmpty() || chain.size() > 10) {
      throw new MalformedException("the certificate chain has " + chain.size() + " certificates");
    }
    return new Material.Certificates(chain, FulcioCertificate.parseOrNull(chain.getFirst()));
  }

  private static byte[] certificate(JsonNode node) throws MalformedException {
    return Der.requireShallow(StrictJson.requiredBytes(node, "rawBytes"), "the certificate");
  }

  private static List<Entry> entries(JsonNode material) throws MalformedException {
    JsonNode listed = material.path("tlogEntries");
    if (listed.size() > MAX_ENTRIES) {
      throw new MalformedException("more than " + MAX_ENTRIES + " log entries");
    }
    List<Entry> entries = new ArrayList<>();
    for (JsonNode entry : listed) {
      entries.add(entry(entry));
    }
    return entries;
  }

  private static Entry entry(JsonNode node) throws MalformedException {
    JsonNode kind = StrictJson.requiredObject(node, "kindVersion");
    @Nullable Long integrated = StrictJson.integer(node, "integratedTime");
    @Nullable Long index = StrictJson.integer(node, "logIndex");
    if (index != null && index < 0) {
      throw new MalformedException("negative log index");
    }
    byte @Nullable [] promise =
        StrictJson.bytes(node.path("inclusionPromise"), "signedEntryTimestamp");
    @Nullable Instant time = integrated == null || integrated == 0 ? null : instant(integrated);
    JsonNode proof = node.path("inclusionProof");
    return new Entry(
        index == null ? 0 : index,
        StrictJson.requiredBytes(StrictJson.requiredObject(node, "logId"), "keyId"),
        StrictJson.requiredText(kind, "kind"),
        StrictJson.requiredText(kind, "version"),
        promise == null ? null : time,
        promise,
        proof.isObject() ? proof(proof) : null,
        StrictJson.requiredBytes(node, "canonicalizedBody"));
  }

  private static Instant instant(long seconds) throws MalformedException {
    // Year 9999: beyond it, neither RFC 3339 nor Postgres follows.
    if (seconds < 0 || seconds > 253_402_300_799L) {
      throw new MalformedException("integratedTime is out of range");
    }
    return Instant.ofEpochSecond(seconds);
  }

  private static InclusionProof proof(JsonNode node) throws MalformedException {
    @Nullable Long index = StrictJson.integer(node, "logIndex");
    @Nullable Long size = StrictJson.integer(node, "treeSize");
    JsonNode listed = node.path("hashes");
    if (listed.size() > 64) {
      throw new MalformedException("the inclusion proof has more than 64 hashes");
    }
    List<byte[]> hashes = new ArrayList<>();
    for (JsonNode hash : listed) {
      hashes.add(StrictJson.base64(hash.asText(), "hashes"));
    }
    return new InclusionProof(
        index == null ? 0 : index,
        size == null ? 0 : size,
        StrictJson.requiredBytes(node, "rootHash"),
        hashes,
        StrictJson.text(node.path("checkpoint"), "envelope"));
  }

  private static List<byte[]> timestamps(JsonNode material) throws MalformedException {
    List<byte[]> timestamps = new ArrayList<>();
    JsonNode listed = material.path("timestampVerificationData").path("rfc3161Timestamps");
    if (listed.size() > MAX_ENTRIES) {
      throw new MalformedException("more than " + MAX_ENTRIES + " timestamps");
    }
    for (JsonNode item : listed) {
      timestamps.add(
          Der.requireShallow(StrictJson.requiredBytes(item, "signedTimestamp"), "the timestamp"));
    }
    return timestamps;
  }

  private static Content content(JsonNode node) throws MalformedException {
    if (node.path("messageSignature").isObject()) {
      JsonNode message = node.path("messageSignature");
      JsonNode digest = message.path("messageDigest");
      byte @Nullable [] hash = StrictJson.bytes(digest, "digest");
      return new Content.MessageSignature(
          StrictJson.text(digest, "algorithm"),
          hash == null ? new byte[0] : hash,
          StrictJson.requiredBytes(message, "signature"));
    }
    JsonNode envelope = StrictJson.requiredObject(node, "dsseEnvelope");
    JsonNode signatures = StrictJson.requiredArray(envelope, "signatures");
    if (signatures.size() != 1) {
      throw new MalformedException(
          "the envelope has " + signatures.size() + " signatures where a bundle has exactly one");
    }
    String text = StrictJson.requiredText(signatures.get(0), "sig");
    byte[] signature = StrictJson.lenientBase64(text, "sig");
    return new Content.Envelope(
        StrictJson.requiredText(envelope, "payloadType"),
        StrictJson.requiredBytes(envelope, "payload"),
        signature,
        StrictJson.endsInZeroBits(text, signature.length),
        StrictJson.text(signatures.get(0), "keyid"));
  }
}
