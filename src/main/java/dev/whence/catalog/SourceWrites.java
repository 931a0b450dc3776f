package dev.whence.catalog;

import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.VerifierId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows that packages share: repositories, workflows, builders, verifiers. Existing ones
 * are not even locked, and missing ones are added in key order, so that crawls do not wait for each
 * other longer than they must.
 *
 * <p>Each row is looked up by a subquery with a limit, which Postgres cannot turn into a join: it
 * expects shared tables to be small when a crawl begins, would read them whole, and keep doing so
 * while they grow.
 */
final class SourceWrites {

  private static final String ADD_REPOSITORIES =
      """
      INSERT INTO repository (host, owner, name)
      SELECT DISTINCT ON (t.host, lower(t.owner), lower(t.name)) t.host, t.owner, t.name
      FROM {rows}
      WHERE (
        SELECT r.id FROM repository r
        WHERE r.host = t.host
          AND lower(r.owner) = lower(t.owner) AND lower(r.name) = lower(t.name)
        LIMIT 1) IS NULL
      ORDER BY t.host, lower(t.owner), lower(t.name)
      ON CONFLICT DO NOTHING
      """;

  private static final String IDENTIFY_REPOSITORIES =
      """
      WITH given AS (
        SELECT DISTINCT ON (t.host, lower(t.owner), lower(t.name)) t.*
        FROM {rows}
        ORDER BY t.host, lower(t.owner), lower(t.name), t.signed_at DESC
      ), newer AS (
        SELECT r.id, g.repository_id, g.owner_id, g.signed_at
        FROM given g
        JOIN repository r ON r.id = (
          SELECT o.id FROM repository o
          WHERE o.host = g.host
            AND lower(o.owner) = lower(g.owner) AND lower(o.name) = lower(g.name)
          LIMIT 1)
        WHERE r.identified_at IS NULL OR r.identified_at < g.signed_at
        ORDER BY r.id
        FOR NO KEY UPDATE OF r
      )
      UPDATE repository r
      SET forge_repository_id = n.repository_id,
        forge_owner_id = n.owner_id,
        identified_at = n.signed_at
      FROM newer n
      WHERE r.id = n.id
      """;

  private static final String ADD_WORKFLOWS =
      """
      INSERT INTO workflow (repository_id, path)
      SELECT DISTINCT r.id, t.path
      FROM {rows}
      JOIN LATERAL (
        SELECT r.id FROM repository r
        WHERE r.host = t.host
          AND lower(r.owner) = lower(t.owner) AND lower(r.name) = lower(t.name)
        LIMIT 1) r ON true
      WHERE (
        SELECT w.id FROM workflow w WHERE w.repository_id = r.id AND w.path = t.path
        LIMIT 1) IS NULL
      ORDER BY r.id, t.path
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
      SELECT v.version, v.policy, v.trust_digest
      FROM (VALUES (?, ?, ?)) AS v (version, policy, trust_digest)
      WHERE NOT EXISTS (
        SELECT FROM verifier o
        WHERE (o.version, o.policy, o.trust_digest) = (v.version, v.policy, v.trust_digest))
      ON CONFLICT DO NOTHING
      """;

  private static final String FIND_VERIFIER =
      "SELECT id FROM verifier WHERE version = ? AND policy = ? AND trust_digest = ?";

  private final Connection connection;

  SourceWrites(Connection connection) {
    this.connection = connection;
  }

  /**
   * A repository that a verified provenance names, with the forge's ids.
   *
   * @param repository its {@code repositoryId} is there
   */
  record Identified(SourceRepository repository, Instant signedAt) {}

  void addRepositories(List<SourceRepository> repositories) throws SQLException {
    update(named(repositories), ADD_REPOSITORIES);
  }

  void identify(List<Identified> identified) throws SQLException {
    Batch<Identified> batch =
        Batch.of(identified)
            .key("host", i -> i.repository().host())
            .key("owner", i -> i.repository().owner())
            .key("name", i -> i.repository().name())
            .key("repository_id", i -> i.repository().repositoryId())
            .key("owner_id", i -> i.repository().ownerId())
            .time("signed_at", Identified::signedAt);
    update(batch, IDENTIFY_REPOSITORIES);
  }

  void addWorkflowsAndBuilders(List<Provenance> provenances) throws SQLException {
    List<Provenance> built =
        provenances.stream().filter(p -> p.source() != null && p.workflow() != null).toList();
    Batch<Provenance> workflows =
        Batch.of(built)
            .key("host", p -> Objects.requireNonNull(p.source()).host())
            .key("owner", p -> Objects.requireNonNull(p.source()).owner())
            .key("name", p -> Objects.requireNonNull(p.source()).name())
            .key("path", p -> Objects.requireNonNull(p.workflow()).path());
    update(workflows, ADD_WORKFLOWS);
    List<String> uris = provenances.stream().map(SourceWrites::builder).toList();
    update(
        Batch.of(uris.stream().filter(Objects::nonNull).distinct().toList()).key("uri", uri -> uri),
        ADD_BUILDERS);
  }

  long verifier(VerifierId verifier) throws SQLException {
    byte[] digest = HexFormat.of().parseHex(verifier.trustDigest());
    Query.of(connection, ADD_VERIFIER)
        .with(verifier.version())
        .with(verifier.policy())
        .with(digest)
        .update();
    return Query.of(connection, FIND_VERIFIER)
        .with(verifier.version())
        .with(verifier.policy())
        .with(digest)
        .first(row -> row.number("id"))
        .orElseThrow();
  }

  private static Batch<SourceRepository> named(List<SourceRepository> repositories) {
    return Batch.of(repositories)
        .key("host", SourceRepository::host)
        .key("owner", SourceRepository::owner)
        .key("name", SourceRepository::name);
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
