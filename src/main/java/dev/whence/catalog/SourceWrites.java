package dev.whence.catalog;

import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.VerifierId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  private static final String FIND_REPOSITORIES =
      """
      SELECT t.place, r.id
      FROM {rows}
      JOIN LATERAL (
        SELECT r.id FROM repository r
        WHERE r.host = t.host
          AND lower(r.owner) = lower(t.owner) AND lower(r.name) = lower(t.name)
        LIMIT 1) r ON true
      """;

  private static final String ADD_REPOSITORIES =
      """
      INSERT INTO repository (host, owner, name)
      SELECT DISTINCT ON (t.host, lower(t.owner), lower(t.name)) t.host, t.owner, t.name
      FROM {rows}
      ORDER BY t.host, lower(t.owner), lower(t.name)
      ON CONFLICT DO NOTHING
      """;

  private static final String IDENTIFY_REPOSITORIES =
      """
      WITH given AS (
        SELECT DISTINCT ON (t.id) t.*
        FROM {rows}
        ORDER BY t.id, t.signed_at DESC
      ), newer AS (
        SELECT r.id, g.repository_id, g.owner_id, g.signed_at
        FROM given g
        JOIN repository r ON r.id = g.id
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
      VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String FIND_VERIFIER =
      "SELECT id FROM verifier WHERE version = ? AND policy = ? AND trust_digest = ?";

  private final Connection connection;

  SourceWrites(Connection connection) {
    this.connection = connection;
  }

  /** Makes the repositories known, and gives the id of each. */
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
        .key("name", RepositoryName::name);
  }

  /**
   * A repository that a verified provenance names, with the forge's ids.
   *
   * @param repository its {@code repositoryId} is there
   */
  record Identified(SourceRepository repository, Instant signedAt) {}

  void identify(List<Identified> identified, Repositories repositories) throws SQLException {
    Batch<Identified> batch =
        Batch.of(identified)
            .number("id", i -> repositories.id(i.repository()))
            .key("repository_id", i -> i.repository().repositoryId())
            .key("owner_id", i -> i.repository().ownerId())
            .time("signed_at", Identified::signedAt);
    update(batch, IDENTIFY_REPOSITORIES);
  }

  void addWorkflowsAndBuilders(List<Provenance> provenances, Repositories repositories)
      throws SQLException {
    List<Provenance> built =
        provenances.stream().filter(p -> p.source() != null && p.workflow() != null).toList();
    Batch<Provenance> workflows =
        Batch.of(built)
            .number("repository_id", p -> repositories.id(p.source()))
            .key("path", p -> Objects.requireNonNull(p.workflow()).path());
    update(workflows, ADD_WORKFLOWS);
    List<String> uris = provenances.stream().map(SourceWrites::builder).toList();
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
        .with(verifier.version())
        .with(verifier.policy())
        .with(HexFormat.of().parseHex(verifier.trustDigest()))
        .update();
    return find(verifier).orElseThrow();
  }

  private Optional<Long> find(VerifierId verifier) throws SQLException {
    return Query.of(connection, FIND_VERIFIER)
        .with(verifier.version())
        .with(verifier.policy())
        .with(HexFormat.of().parseHex(verifier.trustDigest()))
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
