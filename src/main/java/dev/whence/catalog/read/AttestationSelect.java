package dev.whence.catalog.read;

import dev.whence.catalog.sql.JsonColumns;
import dev.whence.catalog.sql.Row;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.TimeSource;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationKind;
import dev.whence.provenance.bundle.LogEntry;
import dev.whence.provenance.bundle.Signer;
import dev.whence.provenance.bundle.VerifierId;
import java.sql.SQLException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The columns of an attestation and of a verdict on it. */
final class AttestationSelect {

  /** The columns of attestation {@code a} that verdicts do not need. */
  static final String ATTESTATION =
      """
      a.wrapper_predicate_type, a.media_type, a.statement_type, a.subjects, a.signer_identity,
      a.signer_issuer, a.certificate, a.certificate_extensions, a.certificate_not_before,
      a.certificate_not_after, a.key_hint, a.log_kind, a.log_index, a.log_id,
      a.log_integrated_at, a.log_promise, a.log_proof, a.log_checkpoint, a.signed_at,
      a.time_source
      """;

  /** Verification {@code w} of attestation {@code a} by verifier {@code f}. */
  static final String VERDICT =
      """
      a.ordinal, a.kind, a.predicate_type, w.outcome, w.level, w.checks, w.verified_at,
      f.version AS verifier_version, f.policy, f.trust_digest
      """;

  private AttestationSelect() {}

  static RecordedVerdict verdict(Row row) throws SQLException {
    return new RecordedVerdict(
        row.integer("ordinal"),
        row.optionalConstant("kind", AttestationKind.class),
        row.optionalText("predicate_type"),
        new Verdict(
            row.constant("outcome", Verdict.Outcome.class),
            row.optionalConstant("level", SlsaLevel.class),
            JsonColumns.checks(row.text("checks"))),
        row.time("verified_at"),
        new VerifierId(
            row.text("verifier_version"), row.integer("policy"), row.hex("trust_digest")));
  }

  /** Absent if the attestation could not be read. */
  static @Nullable Attestation attestation(Row row) throws SQLException {
    @Nullable AttestationKind kind = row.optionalConstant("kind", AttestationKind.class);
    if (kind == null) {
      return null;
    }
    return new Attestation(
        kind,
        row.text("predicate_type"),
        row.optionalText("wrapper_predicate_type"),
        row.text("media_type"),
        row.text("statement_type"),
        signer(row),
        logEntry(row),
        row.optionalTime("signed_at"),
        row.optionalConstant("time_source", TimeSource.class),
        JsonColumns.subjects(row.text("subjects")),
        row.optionalNumber("provenance_id") == null ? null : VersionColumns.provenance(row));
  }

  private static Signer signer(Row row) throws SQLException {
    @Nullable String hint = row.optionalText("key_hint");
    return hint != null
        ? new Signer.ManagedKey(hint)
        : new Signer.Certificate(
            row.text("signer_identity"),
            row.optionalText("signer_issuer"),
            JsonColumns.extensions(row.text("certificate_extensions")),
            row.time("certificate_not_before"),
            row.time("certificate_not_after"),
            Base64.getEncoder().encodeToString(row.bytes("certificate")));
  }

  private static @Nullable LogEntry logEntry(Row row) throws SQLException {
    @Nullable String kind = row.optionalText("log_kind");
    return kind == null
        ? null
        : new LogEntry(
            kind,
            row.optionalNumber("log_index"),
            row.hex("log_id"),
            row.optionalTime("log_integrated_at"),
            row.flag("log_promise"),
            row.flag("log_proof"),
            row.flag("log_checkpoint"));
  }
}
