package dev.whence.catalog.write;

import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.JsonColumns;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.write.ServedResponse.Entry;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.LogEntry;
import dev.whence.provenance.bundle.Signer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the contents of responses: attestation and provenance. */
final class AttestationWrites {

  private static final String UPSERT =
      """
      INSERT INTO attestation AS a (response_id, ordinal, kind, predicate_type,
        wrapper_predicate_type, media_type, statement_type, subjects, signer_identity,
        signer_issuer, certificate, certificate_extensions, certificate_not_before,
        certificate_not_after, key_hint, log_kind, log_index, log_id, log_integrated_at,
        log_promise, log_proof, log_checkpoint, signed_at, time_source)
      SELECT r.id, t.ordinal, t.kind, t.predicate_type, t.wrapper_predicate_type, t.media_type,
        t.statement_type, t.subjects::jsonb, t.signer_identity, t.signer_issuer, t.certificate,
        t.certificate_extensions::jsonb, t.certificate_not_before, t.certificate_not_after,
        t.key_hint, t.log_kind, t.log_index, t.log_id, t.log_integrated_at, t.log_promise,
        t.log_proof, t.log_checkpoint, t.signed_at, t.time_source
      FROM {rows}
      JOIN version v ON v.package_id = t.package_id AND v.version = t.version
      JOIN attestation_response r ON r.version_id = v.id AND r.sha256 = t.sha256
      ORDER BY r.id, t.ordinal
      ON CONFLICT (response_id, ordinal) DO UPDATE
      SET kind = EXCLUDED.kind, predicate_type = EXCLUDED.predicate_type,
        wrapper_predicate_type = EXCLUDED.wrapper_predicate_type,
        media_type = EXCLUDED.media_type, statement_type = EXCLUDED.statement_type,
        subjects = EXCLUDED.subjects, signer_identity = EXCLUDED.signer_identity,
        signer_issuer = EXCLUDED.signer_issuer, certificate = EXCLUDED.certificate,
        certificate_extensions = EXCLUDED.certificate_extensions,
        certificate_not_before = EXCLUDED.certificate_not_before,
        certificate_not_after = EXCLUDED.certificate_not_after, key_hint = EXCLUDED.key_hint,
        log_kind = EXCLUDED.log_kind, log_index = EXCLUDED.log_index, log_id = EXCLUDED.log_id,
        log_integrated_at = EXCLUDED.log_integrated_at, log_promise = EXCLUDED.log_promise,
        log_proof = EXCLUDED.log_proof, log_checkpoint = EXCLUDED.log_checkpoint,
        signed_at = EXCLUDED.signed_at, time_source = EXCLUDED.time_source
      WHERE (a.kind, a.predicate_type, a.wrapper_predicate_type, a.media_type, a.statement_type,
          a.subjects, a.signer_identity, a.signer_issuer, a.certificate,
          a.certificate_extensions, a.certificate_not_before, a.certificate_not_after,
          a.key_hint, a.log_kind, a.log_index, a.log_id, a.log_integrated_at, a.log_promise,
          a.log_proof, a.log_checkpoint, a.signed_at, a.time_source)
        IS DISTINCT FROM (EXCLUDED.kind, EXCLUDED.predicate_type,
          EXCLUDED.wrapper_predicate_type, EXCLUDED.media_type, EXCLUDED.statement_type,
          EXCLUDED.subjects, EXCLUDED.signer_identity, EXCLUDED.signer_issuer,
          EXCLUDED.certificate, EXCLUDED.certificate_extensions,
          EXCLUDED.certificate_not_before, EXCLUDED.certificate_not_after, EXCLUDED.key_hint,
          EXCLUDED.log_kind, EXCLUDED.log_index, EXCLUDED.log_id, EXCLUDED.log_integrated_at,
          EXCLUDED.log_promise, EXCLUDED.log_proof, EXCLUDED.log_checkpoint,
          EXCLUDED.signed_at, EXCLUDED.time_source)
      """;

  private static final String UPSERT_PROVENANCE =
      """
      INSERT INTO provenance AS p (attestation_id, repository_id, source_owner, source_name,
        source_repository_id, source_owner_id, ref, commit, workflow_id, workflow_path,
        workflow_ref, trigger, run_url, invocation_id, build_type, builder_id, provider,
        runner_environment)
      SELECT a.id, t.repository_id, t.owner, t.name, t.source_repository_id, t.source_owner_id,
        t.ref, t.commit,
        (SELECT w.id FROM workflow w WHERE w.repository_id = t.repository_id AND w.path = t.path),
        t.path, t.workflow_ref, t.trigger, t.run_url, t.invocation_id, t.build_type,
        (SELECT b.id FROM builder b WHERE b.uri = t.uri),
        t.provider, t.runner_environment
      FROM {rows}
      JOIN version v ON v.package_id = t.package_id AND v.version = t.version
      JOIN attestation_response r ON r.version_id = v.id AND r.sha256 = t.sha256
      JOIN attestation a ON a.response_id = r.id AND a.ordinal = t.ordinal
      ORDER BY a.id
      ON CONFLICT (attestation_id) DO UPDATE
      SET repository_id = EXCLUDED.repository_id, source_owner = EXCLUDED.source_owner,
        source_name = EXCLUDED.source_name, source_repository_id = EXCLUDED.source_repository_id,
        source_owner_id = EXCLUDED.source_owner_id, ref = EXCLUDED.ref,
        commit = EXCLUDED.commit, workflow_id = EXCLUDED.workflow_id,
        workflow_path = EXCLUDED.workflow_path, workflow_ref = EXCLUDED.workflow_ref,
        trigger = EXCLUDED.trigger, run_url = EXCLUDED.run_url,
        invocation_id = EXCLUDED.invocation_id, build_type = EXCLUDED.build_type,
        builder_id = EXCLUDED.builder_id, provider = EXCLUDED.provider,
        runner_environment = EXCLUDED.runner_environment
      WHERE (p.*) IS DISTINCT FROM (EXCLUDED.*)
      """;

  private final Connection connection;

  AttestationWrites(Connection connection) {
    this.connection = connection;
  }

  void attestations(List<Entry> entries) throws SQLException {
    Batch<Entry> batch =
        keyed(entries, entry -> entry)
            .constant("kind", of(Attestation::kind))
            .text("predicate_type", of(Attestation::predicateType))
            .text("wrapper_predicate_type", of(Attestation::wrapperPredicateType))
            .text("media_type", of(Attestation::mediaType))
            .text("statement_type", of(Attestation::statementType))
            .whole("subjects", of(a -> JsonColumns.subjects(a.subjects())))
            .constant("time_source", of(Attestation::timeSource))
            .time("signed_at", of(Attestation::signedAt));
    addSigner(batch);
    addLogEntry(batch);
    update(batch, UPSERT);
  }

  private static void addSigner(Batch<Entry> batch) {
    batch
        .text("signer_identity", certificate(Signer.Certificate::identity))
        .text("signer_issuer", certificate(Signer.Certificate::issuer))
        .bytes("certificate", certificate(c -> Base64.getDecoder().decode(c.der())))
        .whole("certificate_extensions", certificate(c -> JsonColumns.extensions(c.extensions())))
        .time("certificate_not_before", certificate(Signer.Certificate::notBefore))
        .time("certificate_not_after", certificate(Signer.Certificate::notAfter))
        .text("key_hint", of(a -> a.signer() instanceof Signer.ManagedKey k ? k.hint() : null));
  }

  private static void addLogEntry(Batch<Entry> batch) {
    batch
        .text("log_kind", log(LogEntry::kind))
        .number("log_index", log(LogEntry::logIndex))
        .bytes("log_id", log(entry -> HexFormat.of().parseHex(entry.logId())))
        .time("log_integrated_at", log(LogEntry::integratedTime))
        .flag("log_promise", log(LogEntry::promise))
        .flag("log_proof", log(LogEntry::proof))
        .flag("log_checkpoint", log(LogEntry::checkpoint));
  }

  void provenances(List<Entry> entries, Repositories repositories) throws SQLException {
    Batch<Entry> batch =
        keyed(entries, entry -> entry)
            .number("repository_id", e -> repositories.id(e.source()))
            .key("owner", source(SourceRepository::owner))
            .key("name", source(SourceRepository::name))
            .key("source_repository_id", source(SourceRepository::repositoryId))
            .key("source_owner_id", source(SourceRepository::ownerId))
            .text("ref", e -> e.provenance().ref())
            .text("commit", e -> e.provenance().commit())
            .key("path", part(Provenance::workflow, w -> w.path()))
            .text("workflow_ref", part(Provenance::workflow, w -> w.ref()))
            .text("trigger", e -> e.provenance().trigger())
            .text("run_url", e -> e.provenance().runUrl())
            .text("invocation_id", e -> e.provenance().invocationId())
            .text("build_type", e -> e.provenance().buildType())
            .key("uri", part(Provenance::builder, b -> b.id()))
            .constant("provider", part(Provenance::builder, b -> b.provider()))
            .text("runner_environment", part(Provenance::builder, b -> b.runnerEnvironment()));
    update(batch, UPSERT_PROVENANCE);
  }

  /** The columns that identify the attestation of a row. */
  static <R> Batch<R> keyed(List<R> rows, Function<R, Entry> entry) {
    return Batch.of(rows)
        .number("package_id", row -> entry.apply(row).response().packageId())
        .key("version", row -> entry.apply(row).response().version())
        .bytes("sha256", row -> entry.apply(row).response().sha256())
        .number("ordinal", row -> entry.apply(row).ordinal());
  }

  private static <T> Function<Entry, @Nullable T> of(
      Function<Attestation, ? extends @Nullable T> value) {
    return entry -> {
      @Nullable Attestation attestation = entry.attestation();
      return attestation == null ? null : value.apply(attestation);
    };
  }

  private static <T> Function<Entry, @Nullable T> certificate(
      Function<Signer.Certificate, ? extends @Nullable T> value) {
    return entry -> {
      @Nullable Attestation attestation = entry.attestation();
      return attestation != null && attestation.signer() instanceof Signer.Certificate certificate
          ? value.apply(certificate)
          : null;
    };
  }

  private static <T> Function<Entry, @Nullable T> log(
      Function<LogEntry, ? extends @Nullable T> value) {
    return entry -> {
      @Nullable Attestation attestation = entry.attestation();
      @Nullable LogEntry logEntry = attestation == null ? null : attestation.logEntry();
      return logEntry == null ? null : value.apply(logEntry);
    };
  }

  private static Function<Entry, @Nullable String> source(
      Function<SourceRepository, @Nullable String> value) {
    return part(Provenance::source, value);
  }

  private static <P, T> Function<Entry, @Nullable T> part(
      Function<Provenance, @Nullable P> part, Function<P, ? extends @Nullable T> value) {
    return entry -> {
      @Nullable P found = part.apply(entry.provenance());
      return found == null ? null : value.apply(found);
    };
  }

  private void update(Batch<?> batch, String statement) throws SQLException {
    if (!batch.isEmpty()) {
      Query.of(connection, batch.into(statement)).with(batch).update();
    }
  }
}
