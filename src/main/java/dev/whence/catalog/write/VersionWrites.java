package dev.whence.catalog.write;

import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Clean;
import dev.whence.catalog.sql.JsonColumns;
import dev.whence.catalog.sql.Query;
import dev.whence.provenance.Check;
import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.RegistrySignature;
import dev.whence.provenance.SemverOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the facts of versions in a packument: version and registry_signature. */
final class VersionWrites {

  /** Merges new facts with the stored ones ({@link StatedFacts}), and writes rows that differ. */
  private static final String UPSERT =
      """
      INSERT INTO version AS v (package_id, version, sort_key, added_at, published_at, removed_at,
        dist_tags, deprecated, publisher, trusted_publisher, approver, repository_url,
        repository_directory, declared_repository_id, homepage, license, git_head, tarball,
        integrity, shasum, unpacked_size, has_install_script, attestations_url,
        not_advertised_since, evidence)
      SELECT t.package_id, t.version, t.sort_key, t.added_at,
        coalesce(t.published_at, o.published_at), t.removed_at,
        CASE WHEN t.states_tags THEN t.dist_tags::text[] ELSE coalesce(o.dist_tags, '{}') END,
        {deprecated}, coalesce(t.publisher, o.publisher), {trusted_publisher}, {approver},
        coalesce(t.repository_url, o.repository_url),
        CASE WHEN t.repository_url IS NULL THEN o.repository_directory
          ELSE t.repository_directory END,
        CASE WHEN t.repository_url IS NULL THEN o.declared_repository_id
          ELSE t.declared_repository_id END,
        coalesce(t.homepage, o.homepage), coalesce(t.license, o.license),
        coalesce(t.git_head, o.git_head), coalesce(t.tarball, o.tarball),
        coalesce(t.integrity, o.integrity), coalesce(t.shasum, o.shasum),
        coalesce(t.unpacked_size, o.unpacked_size),
        coalesce(t.has_install_script, o.has_install_script, false),
        coalesce(t.attestations_url, o.attestations_url),
        CASE WHEN t.is_advertised THEN NULL
          WHEN o.evidence NOT IN ('NONE', 'UNKNOWN', 'REMOVED')
            AND o.removed_at IS DISTINCT FROM o.added_at
            THEN coalesce(o.not_advertised_since, t.added_at) END,
        CASE WHEN NOT t.is_advertised
            THEN CASE WHEN t.silent THEN 'UNKNOWN' ELSE 'NONE' END
          WHEN t.removed_at IS NOT NULL THEN 'REMOVED' ELSE 'NOT_FETCHED' END
      FROM {rows}
      LEFT JOIN version o ON o.package_id = t.package_id AND o.version = t.version
      ORDER BY t.package_id, t.version
      ON CONFLICT (package_id, version) DO UPDATE
      SET sort_key = EXCLUDED.sort_key, published_at = EXCLUDED.published_at, removed_at = NULL,
        dist_tags = EXCLUDED.dist_tags, deprecated = EXCLUDED.deprecated,
        publisher = EXCLUDED.publisher, trusted_publisher = EXCLUDED.trusted_publisher,
        approver = EXCLUDED.approver, repository_url = EXCLUDED.repository_url,
        repository_directory = EXCLUDED.repository_directory,
        declared_repository_id = EXCLUDED.declared_repository_id,
        homepage = EXCLUDED.homepage, license = EXCLUDED.license, git_head = EXCLUDED.git_head,
        tarball = EXCLUDED.tarball, integrity = EXCLUDED.integrity, shasum = EXCLUDED.shasum,
        unpacked_size = EXCLUDED.unpacked_size, has_install_script = EXCLUDED.has_install_script,
        attestations_url = EXCLUDED.attestations_url,
        not_advertised_since = EXCLUDED.not_advertised_since,
        evidence = CASE
          WHEN v.evidence IN ('UNKNOWN', 'REMOVED')
              OR v.evidence = 'NONE' AND EXCLUDED.evidence = 'NOT_FETCHED'
            THEN EXCLUDED.evidence
          ELSE v.evidence END
      WHERE EXCLUDED.removed_at IS NULL
        AND (v.evidence = 'UNKNOWN' AND EXCLUDED.evidence <> 'UNKNOWN'
          OR v.evidence = 'NONE' AND EXCLUDED.evidence = 'NOT_FETCHED'
          OR (v.sort_key, v.published_at, v.removed_at, v.dist_tags, v.deprecated, v.publisher,
          v.trusted_publisher, v.approver, v.repository_url, v.repository_directory,
          v.declared_repository_id, v.homepage, v.license, v.git_head, v.tarball, v.integrity,
          v.shasum, v.unpacked_size, v.has_install_script, v.attestations_url,
          v.not_advertised_since)
        IS DISTINCT FROM (EXCLUDED.sort_key, EXCLUDED.published_at, NULL::timestamptz,
          EXCLUDED.dist_tags, EXCLUDED.deprecated, EXCLUDED.publisher,
          EXCLUDED.trusted_publisher, EXCLUDED.approver, EXCLUDED.repository_url,
          EXCLUDED.repository_directory, EXCLUDED.declared_repository_id, EXCLUDED.homepage,
          EXCLUDED.license, EXCLUDED.git_head, EXCLUDED.tarball, EXCLUDED.integrity,
          EXCLUDED.shasum, EXCLUDED.unpacked_size, EXCLUDED.has_install_script,
          EXCLUDED.attestations_url, EXCLUDED.not_advertised_since))
      """
          .replace("{deprecated}", StatedFacts.DEPRECATED)
          .replace("{trusted_publisher}", StatedFacts.TRUSTED_PUBLISHER)
          .replace("{approver}", StatedFacts.APPROVER);

  private static final String ADD_REMOVED =
      """
      INSERT INTO version (package_id, version, sort_key, added_at, published_at, removed_at,
        dist_tags, has_install_script, evidence)
      SELECT t.package_id, t.version, t.sort_key, t.at, t.published_at, t.at, '{}', false,
        'REMOVED'
      FROM {rows}
      ORDER BY t.package_id, t.version
      ON CONFLICT DO NOTHING
      """;

  /** An attestation that was listed but never served can no longer be fetched. */
  private static final String MARK_REMOVED =
      """
      UPDATE version
      SET removed_at = :at, dist_tags = CASE WHEN :states_tags THEN '{}' ELSE dist_tags END,
        evidence = CASE WHEN evidence IN ('NOT_FETCHED', 'FAILING', 'REFUSED') THEN 'REMOVED'
          ELSE evidence END
      WHERE package_id = :package_id AND removed_at IS NULL AND version <> ALL (:present)
      """;

  /**
   * Signatures that differ from the verified ones have no result until they are verified ({@link
   * StaleVerdicts}).
   */
  private static final String SIGNATURES =
      """
      INSERT INTO registry_signature AS s
        (version_id, key_ids, signatures, status, reason, missing, verifier_id, checked_at)
      SELECT v.id, t.key_ids::text[], t.signatures::text[], t.status, t.reason, t.missing::jsonb,
        CASE WHEN t.status IS NOT NULL THEN t.verifier_id END,
        CASE WHEN t.status IS NOT NULL THEN t.at END
      FROM {rows}
      JOIN version v ON v.package_id = t.package_id AND v.version = t.version
      ORDER BY v.id
      ON CONFLICT (version_id) DO UPDATE
      SET key_ids = EXCLUDED.key_ids, signatures = EXCLUDED.signatures, status = EXCLUDED.status,
        reason = EXCLUDED.reason, missing = EXCLUDED.missing, verifier_id = EXCLUDED.verifier_id,
        checked_at = EXCLUDED.checked_at
      WHERE (s.key_ids, s.signatures) IS DISTINCT FROM (EXCLUDED.key_ids, EXCLUDED.signatures)
        OR (EXCLUDED.status IS NOT NULL
          AND (s.status, s.reason, s.missing, s.verifier_id) IS DISTINCT FROM
            (EXCLUDED.status, EXCLUDED.reason, EXCLUDED.missing, EXCLUDED.verifier_id))
      """;

  private final Connection connection;

  VersionWrites(Connection connection) {
    this.connection = connection;
  }

  private record Listed(PackageWrite of, VersionWrite version) {}

  /**
   * Stores the versions that the packuments list. If a crawl began before the one whose facts are
   * stored, it only adds versions that the catalog lacks, as removed since.
   *
   * @param silent whether the registry passes nothing on; then facts that it does not state are
   *     unknown
   */
  void upsert(List<PackageWrite> writes, Repositories repositories, boolean silent)
      throws SQLException {
    List<Listed> rows =
        writes.stream()
            .flatMap(write -> write.listed().stream().map(version -> new Listed(write, version)))
            .toList();
    Batch<Listed> batch =
        Batch.of(rows)
            .number("package_id", r -> r.of().id())
            .key("version", fact(PackumentVersion::version))
            .bytes("sort_key", r -> SemverOrder.key(r.version().facts().version()))
            .time("added_at", r -> r.of().at())
            .time("removed_at", r -> r.of().isLate() ? r.of().of().factsAt() : null)
            .time("published_at", fact(PackumentVersion::publishedAt))
            .texts("dist_tags", r -> r.version().distTags())
            .text("deprecated", fact(PackumentVersion::deprecated))
            .text("publisher", fact(PackumentVersion::publisher))
            .text("trusted_publisher", fact(PackumentVersion::trustedPublisher))
            .text("approver", fact(PackumentVersion::approver))
            .text("repository_url", r -> r.version().repositoryUrl())
            .text("repository_directory", fact(PackumentVersion::repositoryDirectory))
            .number("declared_repository_id", r -> repositories.id(r.version().declared()))
            .text("homepage", fact(PackumentVersion::homepage))
            .text("license", fact(PackumentVersion::license))
            .text("git_head", fact(PackumentVersion::gitHead))
            .text("tarball", fact(PackumentVersion::tarball))
            .text("integrity", fact(PackumentVersion::integrity))
            .text("shasum", fact(PackumentVersion::shasum))
            .number("unpacked_size", fact(PackumentVersion::unpackedSize))
            .flag("has_install_script", fact(PackumentVersion::hasInstallScript))
            .flag("is_advertised", fact(PackumentVersion::advertisesAttestations))
            .text("attestations_url", fact(PackumentVersion::attestationsUrl))
            .flag("states_tags", r -> r.of().statesTags())
            .flag("silent", _ -> silent);
    update(batch, UPSERT);
  }

  private static <T> Function<Listed, @Nullable T> fact(
      Function<PackumentVersion, ? extends @Nullable T> fact) {
    return row -> fact.apply(row.version().facts());
  }

  private record Removed(PackageWrite of, String version, @Nullable Instant publishedAt) {}

  /** Versions that only the packument's times still name. */
  void addRemoved(List<PackageWrite> writes) throws SQLException {
    List<Removed> removed = new ArrayList<>();
    for (PackageWrite write : writes) {
      write
          .packument()
          .removedVersions()
          .forEach((version, published) -> removed.add(new Removed(write, version, published)));
    }
    Batch<Removed> batch =
        Batch.of(removed)
            .number("package_id", r -> r.of().id())
            .key("version", Removed::version)
            .bytes("sort_key", r -> SemverOrder.key(r.version()))
            .time("published_at", Removed::publishedAt)
            .time("at", r -> r.of().at());
    update(batch, ADD_REMOVED);
  }

  /** Marks versions that the packument no longer lists; a first crawl has nothing to mark. */
  void markRemoved(PackageWrite write) throws SQLException {
    List<String> present =
        write.listed().stream().map(v -> Clean.key(v.facts().version())).toList();
    Query.of(connection, MARK_REMOVED)
        .with("at", write.at())
        .with("states_tags", write.statesTags())
        .with("package_id", write.id())
        .with("present", present)
        .update();
  }

  /** A version's signatures and the result of their check, if it was made. */
  private record Signed(
      PackageWrite of,
      long verifierId,
      String version,
      List<RegistrySignature> signatures,
      @Nullable Check check) {

    boolean isWorthARow() {
      return check != null || !signatures.isEmpty();
    }
  }

  void signatures(List<PackageWrite> writes, Verifiers verifiers) throws SQLException {
    List<Signed> signed = new ArrayList<>();
    for (PackageWrite write : writes) {
      long verifierId = verifiers.id(write.crawl().verifier());
      Map<String, Check> checks = write.crawl().registrySignatures();
      write.listed().stream()
          .map(VersionWrite::facts)
          .map(
              v ->
                  new Signed(
                      write, verifierId, v.version(), v.signatures(), checks.get(v.version())))
          .filter(Signed::isWorthARow)
          .forEach(signed::add);
    }
    Batch<Signed> batch =
        Batch.of(signed)
            .number("package_id", s -> s.of().id())
            .key("version", Signed::version)
            .texts("key_ids", s -> s.signatures().stream().map(RegistrySignature::keyId).toList())
            .texts(
                "signatures",
                s -> s.signatures().stream().map(RegistrySignature::signature).toList())
            .constant("status", s -> s.check() == null ? null : s.check().status())
            .text("reason", s -> s.check() == null ? null : s.check().reason())
            .whole(
                "missing", s -> s.check() == null ? null : JsonColumns.missing(s.check().missing()))
            .number("verifier_id", Signed::verifierId)
            .time("at", s -> s.of().at());
    update(batch, SIGNATURES);
  }

  private void update(Batch<?> batch, String statement) throws SQLException {
    if (!batch.isEmpty()) {
      Query.of(connection, batch.into(statement)).with(batch).update();
    }
  }
}
