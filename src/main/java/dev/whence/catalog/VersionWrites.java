package dev.whence.catalog;

import dev.whence.provenance.Check;
import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.RegistrySignature;
import dev.whence.provenance.SemverOrder;
import dev.whence.provenance.SourceRepository;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Writes what a packument says of versions: version and registry_signature. */
final class VersionWrites {

  private static final String UPSERT =
      """
      INSERT INTO version AS v (package_id, version, sort_key, added_at, published_at, removed_at,
        dist_tags, deprecated, publisher, trusted_publisher, approver, repository_url,
        repository_directory, declared_repository_id, homepage, license, git_head, tarball,
        integrity, shasum, unpacked_size, has_install_script, attestations_url, evidence)
      SELECT ?, t.version, t.sort_key, ?::timestamptz, t.published_at, ?::timestamptz,
        t.dist_tags::text[], t.deprecated, t.publisher, t.trusted_publisher, t.approver,
        t.repository_url, t.repository_directory, r.id, t.homepage, t.license, t.git_head,
        t.tarball, t.integrity, t.shasum, t.unpacked_size, t.has_install_script,
        t.attestations_url,
        CASE WHEN t.attestations_url IS NULL THEN 'NO_ATTESTATION' ELSE 'NOT_LOOKED_AT' END
      FROM {rows}
      LEFT JOIN LATERAL (
        SELECT r.id FROM repository r
        WHERE r.host = t.host
          AND lower(r.owner) = lower(t.owner) AND lower(r.name) = lower(t.name)
        LIMIT 1) r ON true
      ORDER BY t.version
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
        evidence = CASE
          WHEN EXCLUDED.attestations_url IS NOT NULL AND v.evidence = 'NO_ATTESTATION'
            THEN 'NOT_LOOKED_AT'
          WHEN EXCLUDED.attestations_url IS NULL AND v.response_id IS NULL THEN 'NO_ATTESTATION'
          ELSE v.evidence END,
        response_missing_since = CASE
          WHEN EXCLUDED.attestations_url IS NULL AND v.response_id IS NOT NULL
            THEN coalesce(v.response_missing_since, EXCLUDED.added_at)
          ELSE v.response_missing_since END
      WHERE NOT ?
        AND (v.sort_key, v.published_at, v.removed_at, v.dist_tags, v.deprecated, v.publisher,
          v.trusted_publisher, v.approver, v.repository_url, v.repository_directory,
          v.declared_repository_id, v.homepage, v.license, v.git_head, v.tarball, v.integrity,
          v.shasum, v.unpacked_size, v.has_install_script, v.attestations_url)
        IS DISTINCT FROM (EXCLUDED.sort_key, EXCLUDED.published_at, NULL::timestamptz,
          EXCLUDED.dist_tags, EXCLUDED.deprecated, EXCLUDED.publisher,
          EXCLUDED.trusted_publisher, EXCLUDED.approver, EXCLUDED.repository_url,
          EXCLUDED.repository_directory, EXCLUDED.declared_repository_id, EXCLUDED.homepage,
          EXCLUDED.license, EXCLUDED.git_head, EXCLUDED.tarball, EXCLUDED.integrity,
          EXCLUDED.shasum, EXCLUDED.unpacked_size, EXCLUDED.has_install_script,
          EXCLUDED.attestations_url)
      """;

  private static final String ADD_REMOVED =
      """
      INSERT INTO version (package_id, version, sort_key, added_at, published_at, removed_at,
        dist_tags, has_install_script, evidence)
      SELECT ?, t.version, t.sort_key, ?::timestamptz, t.published_at, ?::timestamptz, '{}', false, 'NOT_LOOKED_AT'
      FROM {rows}
      ORDER BY t.version
      ON CONFLICT DO NOTHING
      """;

  private static final String MARK_REMOVED =
      """
      UPDATE version
      SET removed_at = ?, dist_tags = '{}'
      WHERE package_id = ? AND removed_at IS NULL AND version <> ALL (?)
      """;

  private static final String SIGNATURES =
      """
      INSERT INTO registry_signature AS s
        (version_id, key_ids, signatures, status, reason, verifier_id, checked_at)
      SELECT v.id, t.key_ids::text[], t.signatures::text[], t.status, t.reason,
        CASE WHEN t.status IS NOT NULL THEN ?::bigint END,
        CASE WHEN t.status IS NOT NULL THEN ?::timestamptz END
      FROM {rows}
      JOIN version v ON v.package_id = ? AND v.version = t.version
      ORDER BY v.id
      ON CONFLICT (version_id) DO UPDATE
      SET key_ids = EXCLUDED.key_ids, signatures = EXCLUDED.signatures,
        status = coalesce(EXCLUDED.status, s.status),
        reason = coalesce(EXCLUDED.reason, s.reason),
        verifier_id = coalesce(EXCLUDED.verifier_id, s.verifier_id),
        checked_at = coalesce(EXCLUDED.checked_at, s.checked_at)
      WHERE (s.key_ids, s.signatures) IS DISTINCT FROM (EXCLUDED.key_ids, EXCLUDED.signatures)
        OR (EXCLUDED.status IS NOT NULL
          AND (s.status, s.reason, s.verifier_id)
            IS DISTINCT FROM (EXCLUDED.status, EXCLUDED.reason, EXCLUDED.verifier_id))
      """;

  private final Connection connection;
  private final PackageWrites.Locked of;
  private final Instant at;
  private final boolean late;

  /**
   * Writes for one crawl of a package. A crawl that began before the one whose facts are stored
   * adds the versions that the catalog lacks, as removed since, and changes none.
   */
  VersionWrites(Connection connection, PackageWrites.Locked of, Instant at) {
    this.connection = connection;
    this.of = of;
    this.at = at;
    this.late = of.factsAt() != null && at.isBefore(of.factsAt());
  }

  /** True where what is stored is newer than what this crawl brings. */
  boolean isLate() {
    return late;
  }

  /** A version with the dist-tags that point at it and the repository that it declares. */
  record Listed(
      PackumentVersion facts, List<String> distTags, @Nullable SourceRepository declared) {}

  void upsert(List<Listed> versions) throws SQLException {
    Batch<Listed> batch =
        Batch.of(versions)
            .key("version", v -> v.facts().version())
            .bytes("sort_key", v -> SemverOrder.key(v.facts().version()))
            .time("published_at", v -> v.facts().publishedAt())
            .texts("dist_tags", Listed::distTags)
            .text("deprecated", v -> v.facts().deprecated())
            .text("publisher", v -> v.facts().publisher())
            .text("trusted_publisher", v -> v.facts().trustedPublisher())
            .text("approver", v -> v.facts().approver())
            .text("repository_url", v -> v.facts().repositoryUrl())
            .text("repository_directory", v -> v.facts().repositoryDirectory())
            .key("host", v -> v.declared() == null ? null : v.declared().host())
            .key("owner", v -> v.declared() == null ? null : v.declared().owner())
            .key("name", v -> v.declared() == null ? null : v.declared().name())
            .text("homepage", v -> v.facts().homepage())
            .text("license", v -> v.facts().license())
            .text("git_head", v -> v.facts().gitHead())
            .text("tarball", v -> v.facts().tarball())
            .text("integrity", v -> v.facts().integrity())
            .text("shasum", v -> v.facts().shasum())
            .number("unpacked_size", v -> v.facts().unpackedSize())
            .flag("has_install_script", v -> v.facts().hasInstallScript())
            .text("attestations_url", v -> v.facts().attestationsUrl());
    if (!batch.isEmpty()) {
      Query.of(connection, batch.into(UPSERT))
          .with(of.id())
          .with(at)
          .with(late ? of.factsAt() : null)
          .with(batch)
          .with(late)
          .update();
    }
  }

  /** Versions that only the packument's times still name. */
  void addRemoved(SortedMap<String, Instant> removed) throws SQLException {
    Batch<Map.Entry<String, Instant>> batch =
        Batch.of(List.copyOf(removed.entrySet()))
            .key("version", Map.Entry::getKey)
            .bytes("sort_key", entry -> SemverOrder.key(entry.getKey()))
            .time("published_at", Map.Entry::getValue);
    if (!batch.isEmpty()) {
      Query.of(connection, batch.into(ADD_REMOVED))
          .with(of.id())
          .with(at)
          .with(at)
          .with(batch)
          .update();
    }
  }

  void markRemovedAllBut(List<String> present) throws SQLException {
    List<String> keys = present.stream().map(Clean::key).toList();
    Query.of(connection, MARK_REMOVED).with(at).with(of.id()).with(keys).update();
  }

  /** A version's signatures and, where it was made, their check. */
  record Signed(String version, List<RegistrySignature> signatures, @Nullable Check check) {}

  void signatures(List<Signed> signed, long verifierId) throws SQLException {
    Batch<Signed> batch =
        Batch.of(signed)
            .key("version", Signed::version)
            .texts("key_ids", s -> s.signatures().stream().map(RegistrySignature::keyId).toList())
            .texts(
                "signatures",
                s -> s.signatures().stream().map(RegistrySignature::signature).toList())
            .constant("status", s -> s.check() == null ? null : s.check().status())
            .text("reason", s -> s.check() == null ? null : s.check().reason());
    if (!batch.isEmpty()) {
      Query.of(connection, batch.into(SIGNATURES))
          .with(verifierId)
          .with(at)
          .with(batch)
          .with(of.id())
          .update();
    }
  }
}
