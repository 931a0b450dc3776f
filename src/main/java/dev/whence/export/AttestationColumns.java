package dev.whence.export;

import static dev.whence.export.Column.Type.BOOLEAN;
import static dev.whence.export.Column.Type.HEX;
import static dev.whence.export.Column.Type.INTEGER;
import static dev.whence.export.Column.Type.TEXT;
import static dev.whence.export.Column.Type.TIME;
import static dev.whence.export.Column.Type.WORD;

import dev.whence.catalog.read.AttestationRow;
import dev.whence.provenance.Sha512;
import dev.whence.provenance.TimeSource;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationKind;
import dev.whence.provenance.bundle.LogEntry;
import dev.whence.provenance.bundle.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of the data set {@code attestations}. */
final class AttestationColumns {

  static final List<Column<AttestationRow>> ALL = all();

  private AttestationColumns() {}

  private static List<Column<AttestationRow>> all() {
    List<Column<AttestationRow>> columns = new ArrayList<>();
    columns.addAll(which());
    bundle().forEach(column -> columns.add(column.in(AttestationRow::attestation)));
    certificate().forEach(column -> columns.add(column.in(AttestationColumns::certificateOf)));
    log().forEach(column -> columns.add(column.in(AttestationColumns::logEntryOf)));
    subject().forEach(column -> columns.add(column.in(AttestationRow::attestation)));
    ProvenanceColumns.ALL.forEach(
        column -> columns.add(column.in(AttestationColumns::provenanceOf)));
    VerdictColumns.ALL.forEach(column -> columns.add(column.in(AttestationRow::latest)));
    columns.add(
        Column.of(
            "response_sha256",
            HEX,
            "SHA-256 of the registry's attestation response, byte for byte.",
            AttestationRow::responseSha256));
    return List.copyOf(columns);
  }

  private static List<Column<AttestationRow>> which() {
    return List.of(
        Column.of("package", TEXT, "The package's name.", AttestationRow::packageName),
        Column.of("version", TEXT, "The version.", AttestationRow::version),
        Column.of(
            "published_at",
            TIME,
            "When the version was published, as the registry says.",
            AttestationRow::publishedAt),
        Column.of(
            "ordinal",
            INTEGER,
            "The attestation's position in the version's attestation response, from 0.",
            AttestationRow::ordinal));
  }

  private static List<Column<Attestation>> bundle() {
    return List.of(
        Column.of(
            "kind",
            WORD,
            "By the signed predicate type: "
                + Word.all(AttestationKind.values())
                + ". If the attestation could not be read, this and all columns up to outcome are"
                + " empty.",
            attestation -> Word.of(attestation.kind())),
        Column.of("predicate_type", TEXT, "The signed predicate type.", Attestation::predicateType),
        Column.of(
            "wrapper_predicate_type",
            TEXT,
            "The unsigned predicate type in the response.",
            Attestation::wrapperPredicateType),
        Column.of(
            "bundle_media_type", TEXT, "The Sigstore bundle's media type.", Attestation::mediaType),
        Column.of(
            "statement_type", TEXT, "The in-toto statement's _type.", Attestation::statementType),
        Column.of(
            "signed_at",
            TIME,
            "When it was signed, according to the bundle.",
            Attestation::signedAt),
        Column.of(
            "time_source",
            WORD,
            "Who states signed_at: " + Word.all(TimeSource.values()) + ".",
            attestation -> Word.of(attestation.timeSource())),
        Column.of(
            "key_hint",
            TEXT,
            "The hint at the managed key that signed; empty if a certificate signed.",
            attestation ->
                attestation.signer() instanceof Signer.ManagedKey key ? key.hint() : null));
  }

  private static List<Column<Signer.Certificate>> certificate() {
    return List.of(
        Column.of(
            "certificate_identity",
            TEXT,
            "The signing certificate's subject alternative name; empty if a key signed.",
            Signer.Certificate::identity),
        Column.of(
            "certificate_issuer",
            TEXT,
            "The OIDC issuer that confirmed the identity.",
            Signer.Certificate::issuer),
        Column.of(
            "certificate_not_before", TIME, "Start of validity.", Signer.Certificate::notBefore),
        Column.of("certificate_not_after", TIME, "End of validity.", Signer.Certificate::notAfter));
  }

  private static List<Column<LogEntry>> log() {
    return List.of(
        Column.of(
            "log_kind",
            TEXT,
            "Kind and version of the transparency log entry. Without an entry, this and the next"
                + " six columns are empty.",
            LogEntry::kind),
        Column.of(
            "log_index",
            INTEGER,
            "The entry's index in the log as a whole; empty if the log does not sign it.",
            LogEntry::logIndex),
        Column.of("log_id", HEX, "SHA-256 of the log's public key.", LogEntry::logId),
        Column.of(
            "log_integrated_at",
            TIME,
            "When the log accepted the entry; empty without a signed entry timestamp, as with"
                + " Rekor v2.",
            LogEntry::integratedTime),
        Column.of(
            "inclusion_promise",
            BOOLEAN,
            "The bundle has a signed entry timestamp.",
            LogEntry::promise),
        Column.of(
            "inclusion_proof", BOOLEAN, "The bundle has an inclusion proof.", LogEntry::proof),
        Column.of(
            "checkpoint",
            BOOLEAN,
            "The inclusion proof has a signed checkpoint.",
            LogEntry::checkpoint));
  }

  private static List<Column<Attestation>> subject() {
    return List.of(
        Column.of(
            "subject_count",
            INTEGER,
            "How many subjects the statement has.",
            attestation -> attestation.subjects().size()),
        Column.of(
            "subject_name",
            TEXT,
            "The first subject's name; a purl for npm.",
            ofFirst(Attestation.Subject::name)),
        Column.of(
            "subject_sha512",
            HEX,
            "The first subject's sha512.",
            ofFirst(AttestationColumns::sha512)));
  }

  private static Function<Attestation, @Nullable Object> ofFirst(
      Function<Attestation.Subject, @Nullable String> value) {
    return attestation ->
        attestation.subjects().isEmpty() ? null : value.apply(attestation.subjects().getFirst());
  }

  private static @Nullable String sha512(Attestation.Subject subject) {
    @Nullable Sha512 sha512 = subject.sha512();
    return sha512 == null ? null : sha512.hex();
  }

  private static Signer.@Nullable Certificate certificateOf(AttestationRow row) {
    @Nullable Attestation attestation = row.attestation();
    return attestation != null && attestation.signer() instanceof Signer.Certificate certificate
        ? certificate
        : null;
  }

  private static @Nullable LogEntry logEntryOf(AttestationRow row) {
    @Nullable Attestation attestation = row.attestation();
    return attestation == null ? null : attestation.logEntry();
  }

  private static dev.whence.provenance.@Nullable Provenance provenanceOf(AttestationRow row) {
    @Nullable Attestation attestation = row.attestation();
    return attestation == null ? null : attestation.provenance();
  }
}
