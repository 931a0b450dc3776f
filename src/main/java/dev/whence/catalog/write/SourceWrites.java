package dev.whence.catalog.write;

import dev.whence.catalog.RepositoryName;
import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.write.ServedResponse.Entry;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.VerifierId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds the rows that packages share: repositories, workflows, builders, verifiers. Existing rows
 * are not locked, and missing ones are added in key order, so that crawls wait for each other as
 * little as possible.
 *
 * <p>Each row is looked up by a subquery with a limit, because Postgres cannot turn it into a join.
 * When a crawl begins, Postgres expects shared tables to be small. With a join it would read them
 * whole, even after they have grown.
 */
final class SourceWrites {

  private static final String FIND_REPOSITORIES =
      """
      SELECT t.place, r.id
      FROM {rows}
      JOIN LATERAL (
        SELECT r.id FROM repository r
        WHERE r.host = t.host
          AND lower(r.owner) = lower(t.owner) AND lower(r.name) = lower(t.name)
          AND coalesce(r.forge_repository_id, '') = coalesce(t.forge_id, '')
        LIMIT 1) r ON true
      """;

  private static final String ADD_REPOSITORIES =
      """
      INSERT INTO repository (host, owner, name, forge_repository_id)
      SELECT DISTINCT ON (t.host, lower(t.owner), lower(t.name), t.forge_id)
        t.host, t.owner, t.name, t.forge_id
      FROM {rows}
      ORDER BY t.host, lower(t.owner), lower(t.name), t.forge_id
      ON CONFLICT DO NOTHING
      """;

  /** The newest provenance decides the spelling of the name and the owner. */
  private static final String IDENTIFY =
      """
      WITH given AS (
        SELECT DISTINCT ON (t.id) t.id, t.owner, t.name, t.owner_id, t.signed_at, v.published_at,
          min(t.signed_at) OVER (PARTITION BY t.id) AS since
        FROM {rows}
        JOIN version v ON v.package_id = t.package_id AND v.version = t.version
        ORDER BY t.id, t.signed_at DESC, v.published_at DESC NULLS LAST
      ), newer AS (
        SELECT g.*, r.identified_since, coalesce(
          (r.identified_at, coalesce(r.identified_version_at, '-infinity'))
            < (g.signed_at, coalesce(g.published_at, '-infinity')), true) AS is_newer
        FROM given g
        JOIN repository r ON r.id = g.id
        WHERE r.identified_at IS NULL OR r.identified_at <= g.signed_at
          OR r.identified_since > g.since
        ORDER BY r.id
        FOR NO KEY UPDATE OF r
      )
      UPDATE repository r
      SET identified_since = least(r.identified_since, n.since),
        owner = CASE WHEN n.is_newer THEN n.owner ELSE r.owner END,
        name = CASE WHEN n.is_newer THEN n.name ELSE r.name END,
        forge_owner_id = CASE WHEN n.is_newer THEN n.owner_id ELSE r.forge_owner_id END,
        identified_at = CASE WHEN n.is_newer THEN n.signed_at ELSE r.identified_at END,
        identified_version_at = CASE WHEN n.is_newer THEN n.published_at
          ELSE r.identified_version_at END
      FROM newer n
      WHERE r.id = n.id AND (n.is_newer OR r.identified_since > n.since)
      """;

  private static final String ADD_WORKFLOWS =
      """
      INSERT INTO workflow (repository_id, path)
      SELECT DISTINCT t.repository_id, t.path
      FROM {rows}
      WHERE (
        SELECT w.id FROM workflow w WHERE w.repository_id = t.repository_id AND w.path = t.path
        LIMIT 1) IS NULL
      ORDER BY t.repository_id, t.path
      ON CONFLICT DO NOTHING
      """;

  private static final String ADD_BUILDERS =
      """
      INSERT INTO builder (uri)
      SELECT DISTINCT t.uri
      FROM {rows}
      WHERE NOT EXISTS (SELECT FROM builder b WHERE b.uri = t.uri)
      ORDER BY t.uri
      ON CONFLICT DO NOTHING
      """;

  private static final String ADD_VERIFIER =
      """
      INSERT INTO verifier (version, policy, trust_digest)
      VALUES (:version, :policy, :digest)
      ON CONFLICT DO NOTHING
      """;

  private static final String FIND_VERIFIER =
      "SELECT id FROM verifier WHERE version = :version AND policy = :policy AND trust_digest = :digest";

  private final Connection connection;

  SourceWrites(Connection connection) {
    this.connection = connection;
  }

  /** Adds missing repositories, and returns the id of each. */
  Repositories repositories(Collection<SourceRepository> repositories) throws SQLException {
    Map<RepositoryName, Long> ids = new HashMap<>();
    List<RepositoryName> names = repositories.stream().map(RepositoryName::of).distinct().toList();
    find(names, ids);
    List<RepositoryName> missing = names.stream().filter(name -> !ids.containsKey(name)).toList();
    update(named(missing), ADD_REPOSITORIES);
    find(missing, ids);
    return new Repositories(ids);
  }

  private void find(List<RepositoryName> names, Map<RepositoryName, Long> ids) throws SQLException {
    if (names.isEmpty()) {
      return;
    }
    Map<RepositoryName, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, places.size()));
    Batch<RepositoryName> batch = named(names).number("place", places::get);
    Query.of(connection, batch.into(FIND_REPOSITORIES))
        .with(batch)
        .each(0, row -> ids.put(names.get(row.integer("place")), row.number("id")));
  }

  private static Batch<RepositoryName> named(List<RepositoryName> names) {
    return Batch.of(names)
        .key("host", RepositoryName::host)
        .key("owner", RepositoryName::owner)
        .key("name", RepositoryName::name)
        .key("forge_id", RepositoryName::forgeId);
  }

  /** Records when each repository signed under each name. The versions must be stored already. */
  void identify(List<Entry> built, Repositories repositories) throws SQLException {
    List<Entry> identified = built.stream().filter(SourceWrites::isIdentified).toList();
    Batch<Entry> batch =
        AttestationWrites.keyed(identified, entry -> entry)
            .number("id", e -> repositories.id(e.source()))
            .key("owner", e -> Objects.requireNonNull(e.source()).owner())
            .key("name", e -> Objects.requireNonNull(e.source()).name())
            .key("owner_id", e -> Objects.requireNonNull(e.source()).ownerId())
            .time("signed_at", e -> Objects.requireNonNull(e.attestation()).signedAt());
    update(batch, IDENTIFY);
  }

  private static boolean isIdentified(Entry entry) {
    @Nullable SourceRepository source = entry.source();
    @Nullable Attestation attestation = entry.attestation();
    return source != null
        && source.repositoryId() != null
        && attestation != null
        && attestation.signedAt() != null;
  }

  void addWorkflowsAndBuilders(List<Entry> built, Repositories repositories) throws SQLException {
    List<Entry> ofWorkflows =
        built.stream()
            .filter(e -> e.source() != null && e.provenance().workflow() != null)
            .toList();
    Batch<Entry> workflows =
        Batch.of(ofWorkflows)
            .number("repository_id", e -> repositories.id(e.source()))
            .key("path", e -> Objects.requireNonNull(e.provenance().workflow()).path());
    update(workflows, ADD_WORKFLOWS);
    List<String> uris = built.stream().map(e -> builder(e.provenance())).toList();
    update(
        Batch.of(uris.stream().filter(Objects::nonNull).distinct().toList()).key("uri", uri -> uri),
        ADD_BUILDERS);
  }

  Verifiers verifiers(Collection<VerifierId> verifiers) throws SQLException {
    Map<VerifierId, Long> ids = new HashMap<>();
    for (VerifierId verifier : verifiers) {
      if (!ids.containsKey(verifier)) {
        ids.put(verifier, verifier(verifier));
      }
    }
    return new Verifiers(ids);
  }

  long verifier(VerifierId verifier) throws SQLException {
    Optional<Long> known = find(verifier);
    if (known.isPresent()) {
      return known.get();
    }
    Query.of(connection, ADD_VERIFIER)
        .with("version", verifier.version())
        .with("policy", verifier.policy())
        .with("digest", HexFormat.of().parseHex(verifier.trustDigest()))
        .update();
    return find(verifier).orElseThrow();
  }

  private Optional<Long> find(VerifierId verifier) throws SQLException {
    return Query.of(connection, FIND_VERIFIER)
        .with("version", verifier.version())
        .with("policy", verifier.policy())
        .with("digest", HexFormat.of().parseHex(verifier.trustDigest()))
        .first(row -> row.number("id"));
  }

  private static @Nullable String builder(Provenance provenance) {
    return provenance.builder() == null ? null : provenance.builder().id();
  }

  private void update(Batch<?> batch, String statement) throws SQLException {
    if (!batch.isEmpty()) {
      Query.of(connection, batch.into(statement)).with(batch).update();
    }
  }
}
