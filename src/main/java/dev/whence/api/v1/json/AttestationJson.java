package dev.whence.api.v1.json;

import dev.whence.catalog.read.RecordedVerdict;
import dev.whence.provenance.Sha512;
import dev.whence.provenance.Slug;
import dev.whence.provenance.TimeSource;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationKind;
import dev.whence.provenance.bundle.AttestationResponse;
import dev.whence.provenance.bundle.LogEntry;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One attestation of a version's attestation response. */
@Schema(
    name = "Attestation",
    description = "One attestation of the response. Its facts are null if we could not read it.")
record AttestationJson(
    @Schema(description = "Its place in the response, from 0.") int ordinal,
    @Schema(description = "Why we could not read it. Null if we could.", nullable = true)
        @Nullable String problem,
    @Schema(
            implementation = AttestationKind.class,
            description = "What it is, by its signed predicate type.",
            nullable = true)
        @Nullable String kind,
    @Schema(description = "The signed predicate type.", nullable = true)
        @Nullable String predicateType,
    @Schema(
            description =
                "The predicate type that the response states beside it, unsigned. It must"
                    + " be the same.",
            nullable = true)
        @Nullable String wrapperPredicateType,
    @Schema(description = "The in-toto statement's _type.", nullable = true)
        @Nullable String statementType,
    @Schema(description = "The Sigstore bundle's media type.", nullable = true)
        @Nullable String mediaType,
    @Schema(description = "What the statement is about.") List<SubjectJson> subjects,
    @Schema(nullable = true) @Nullable SignerJson signer,
    @Schema(description = "When it was signed, as the bundle states it.", nullable = true)
        @Nullable Instant signedAt,
    @Schema(
            implementation = TimeSource.class,
            description = "Who states signedAt.",
            nullable = true)
        @Nullable String timeSource,
    @Schema(nullable = true) @Nullable LogEntryJson logEntry,
    @Schema(description = "Null unless kind is provenance.", nullable = true)
        @Nullable ProvenanceJson provenance,
    @Schema(description = "Every verdict on it, newest first.") List<VerdictJson> verdicts) {

  /** A subject of the statement. */
  @Schema(name = "Subject", description = "A subject of an in-toto statement.")
  record SubjectJson(
      @Schema(description = "As written; a purl for npm.") String name,
      @Schema(description = "Hex. Null if it has none that is well-formed.", nullable = true)
          @Nullable String sha512) {}

  /** The entry in the transparency log. */
  @Schema(name = "LogEntry", description = "What the bundle has of its transparency log entry.")
  record LogEntryJson(
      @Schema(examples = "dsse/0.0.1") String kind,
      @Schema(
              description =
                  "Its index in the whole log. Null if neither the signed entry timestamp"
                      + " nor, with Rekor v2, the inclusion proof covers it.",
              nullable = true)
          @Nullable Long logIndex,
      @Schema(description = "SHA-256 of the log's public key, hex.") String logId,
      @Schema(
              description =
                  "When the log added it. Null without a signed entry timestamp, as with"
                      + " Rekor v2.",
              nullable = true)
          @Nullable Instant integratedTime,
      @Schema(description = "The bundle has a signed entry timestamp.") boolean inclusionPromise,
      @Schema(description = "The bundle has an inclusion proof.") boolean inclusionProof,
      @Schema(description = "The inclusion proof has a signed checkpoint.") boolean checkpoint) {}

  static AttestationJson of(
      int ordinal, AttestationResponse.Item item, List<RecordedVerdict> verdicts) {
    List<VerdictJson> history =
        verdicts.stream()
            .filter(verdict -> verdict.ordinal() == ordinal)
            .map(VerdictJson::of)
            .toList();
    @Nullable Attestation read = item.attestation();
    return read == null ? unread(ordinal, item.problem(), history) : read(ordinal, read, history);
  }

  /** For a response, or a part of one, that cannot be read. */
  static AttestationJson unread(int ordinal, @Nullable String problem, List<VerdictJson> verdicts) {
    return new AttestationJson(
        ordinal, problem, null, null, null, null, null, List.of(), null, null, null, null, null,
        verdicts);
  }

  private static AttestationJson read(int ordinal, Attestation read, List<VerdictJson> verdicts) {
    return new AttestationJson(
        ordinal,
        null,
        Slug.of(read.kind()),
        read.predicateType(),
        read.wrapperPredicateType(),
        read.statementType(),
        read.mediaType(),
        read.subjects().stream().map(AttestationJson::subject).toList(),
        SignerJson.of(read.signer()),
        read.signedAt(),
        Slug.ofNullable(read.timeSource()),
        logEntry(read.logEntry()),
        ProvenanceJson.ofNullable(read.provenance()),
        verdicts);
  }

  private static SubjectJson subject(Attestation.Subject subject) {
    @Nullable Sha512 sha512 = subject.sha512();
    return new SubjectJson(subject.name(), sha512 == null ? null : sha512.hex());
  }

  private static @Nullable LogEntryJson logEntry(@Nullable LogEntry entry) {
    return entry == null
        ? null
        : new LogEntryJson(
            entry.kind(),
            entry.logIndex(),
            entry.logId(),
            entry.integratedTime(),
            entry.promise(),
            entry.proof(),
            entry.checkpoint());
  }
}
