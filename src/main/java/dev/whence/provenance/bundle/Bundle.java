package dev.whence.provenance.bundle;

import dev.whence.provenance.MalformedException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Sigstore bundle as it was written, before anything is verified (sigstore_bundle.proto and
 * sigstore_rekor.proto of protobuf-specs, versions 0.1 to 0.3).
 *
 * @param entries transparency log entries, those with a signed entry timestamp first, the earliest
 *     first, so that their order in the bundle does not matter; there may be none
 * @param timestamps RFC 3161 timestamp responses, DER
 * @param stranger the first member that the specification does not have; absent if there is none
 */
public record Bundle(
    String mediaType,
    Version version,
    Material material,
    List<Entry> entries,
    List<byte[]> timestamps,
    Content content,
    @Nullable String stranger) {

  public Bundle {
    entries = entries.stream().sorted(Entry.ORDER).toList();
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

    /** A key that verifiers must have already. */
    record PublicKey(String hint) implements Material {}
  }

  /**
   * A transparency log entry.
   *
   * @param logIndex as written; {@link #coveredIndex()} says whether a signature covers it
   * @param logId SHA-256 of the log's public key
   * @param integratedTime absent without a signed entry timestamp, because nothing else of a log
   *     covers it
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

    private static final Comparator<Entry> ORDER =
        Comparator.comparing(
                Entry::integratedTime, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(entry -> entry.promise() == null)
            .thenComparingLong(Entry::logIndex)
            .thenComparing(Entry::logId, Arrays::compareUnsigned)
            .thenComparing(Entry::body, Arrays::compareUnsigned);

    /** Rekor v2 has only this kind. It signs no entry timestamp, and its proofs state the index. */
    public boolean isOfRekorV2() {
      return kind.equals("hashedrekord") && kindVersion.equals("0.0.2");
    }

    /**
     * The index in the log as a whole, if the log signs it: in Rekor v1's signed entry timestamp,
     * or in Rekor v2's proof. A proof of v1 states the index in one tree of several.
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

    /** The one signature, over an envelope or a file. */
    byte[] signature();

    /**
     * A DSSE envelope with its one signature.
     *
     * @param canonical the signature's base64 has its usual form
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
}
