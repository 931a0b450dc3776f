package dev.whence.catalog.write;

import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Compressed;
import dev.whence.catalog.sql.JsonColumns;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import dev.whence.catalog.write.ServedResponse.Entry;
import dev.whence.catalog.write.VerdictWrites.Judged;
import dev.whence.provenance.Check;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.RegistrySignature;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.provenance.bundle.VerifierId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What rests on another verifier than the current one: attestation responses and registry
 * signatures, the oldest verifier's first, and the place for their new verdicts.
 */
@ApplicationScoped
public class StaleVerdicts {

  private static final String SUBJECT =
      """
      p.name, v.version, v.integrity, v.published_at, s.key_ids, s.signatures
      """;

  private static final String ATTESTATIONS =
      """
      SELECT coalesce(a.verifier_id, 0) AS verifier, a.id, r.id AS response_id, r.url,
        r.fetched_at, r.body,
      """
          + SUBJECT
          + """
          FROM attestation a
          JOIN attestation_response r ON r.id = a.response_id
          JOIN version v ON v.id = r.version_id
          JOIN package p ON p.id = v.package_id
          LEFT JOIN registry_signature s ON s.version_id = v.id
          WHERE (coalesce(a.verifier_id, 0), a.id) > (:after_verifier, :after_id) AND {stale:a}
          ORDER BY coalesce(a.verifier_id, 0), a.id
          LIMIT :limit
          """;

  /**
   * What was inconclusive for want of something, and was signed before the trust material was last
   * confirmed: the same verifier judges it now. What it leaves inconclusive once more is not listed
   * again before the next confirmation.
   */
  private static final String DECIDABLE =
      """
      SELECT a.verifier_id AS verifier, w.id, r.id AS response_id, r.url, r.fetched_at, r.body,
      """
          + SUBJECT
          + """
          FROM verification w
          JOIN attestation a ON a.id = w.attestation_id AND a.verification_id = w.id
          JOIN attestation_response r ON r.id = a.response_id
          JOIN version v ON v.id = r.version_id
          JOIN package p ON p.id = v.package_id
          LEFT JOIN registry_signature s ON s.version_id = v.id
          WHERE w.outcome = 'INCONCLUSIVE' AND (w.verifier_id, w.id) > (:after_verifier, :after_id) AND w.verifier_id = :verifier
            AND EXISTS (
              SELECT FROM jsonb_array_elements(w.checks) c
              WHERE (c -> 'missing' ->> 'judgedAfter')::timestamptz
                < CASE c -> 'missing' ->> 'kind' WHEN 'NPM_KEY' THEN :keys_at::timestamptz
                  ELSE :root_at::timestamptz END)
          ORDER BY w.id
          LIMIT :limit
          """;

  private static final String DECIDABLE_SIGNATURES =
      """
      SELECT s.verifier_id AS verifier, s.version_id AS id, s.checked_at,
      """
          + SUBJECT
          + """
          FROM registry_signature s
          JOIN version v ON v.id = s.version_id
          JOIN package p ON p.id = v.package_id
          WHERE s.missing IS NOT NULL AND (s.verifier_id, s.version_id) > (:after_verifier, :after_id)
            AND s.verifier_id = :verifier AND (s.missing ->> 'judgedAfter')::timestamptz < :keys_at::timestamptz
          ORDER BY s.version_id
          LIMIT :limit
          """;

  private static final String SIGNATURES =
      """
      SELECT coalesce(s.verifier_id, 0) AS verifier, s.version_id AS id, s.checked_at,
      """
          + SUBJECT
          + """
          FROM registry_signature s
          JOIN version v ON v.id = s.version_id
          JOIN package p ON p.id = v.package_id
          WHERE (coalesce(s.verifier_id, 0), s.version_id) > (:after_verifier, :after_id) AND {stale:s}
          ORDER BY coalesce(s.verifier_id, 0), s.version_id
          LIMIT :limit
          """;

  private static final String COUNT =
      "SELECT count(*) AS attestations FROM attestation a WHERE {stale:a}";

  /** What was signed is compared: a crawl may have stored other signatures in the meantime. */
  private static final String STORE_SIGNATURES =
      """
      UPDATE registry_signature s
      SET status = t.status, reason = t.reason, missing = t.missing::jsonb, verifier_id = :verifier,
        checked_at = :at
      FROM {rows}
      WHERE s.version_id = t.version_id AND coalesce(s.verifier_id, 0) = t.verifier
        AND (s.key_ids, s.signatures) = (t.key_ids::text[], t.signatures::text[])
      """;

  private final Sql sql;

  public StaleVerdicts(Sql sql) {
    this.sql = sql;
  }

  /** Which verdicts count as stale. */
  public enum Which {
    /**
     * Those by verifiers that were first used before the current one. Two processes with different
     * verifiers on one Postgres do not undo each other's work.
     */
    OLDER("coalesce({table}.verifier_id, 0) < :verifier"),
    /** Those by any other verifier: after going back to an earlier trust root, for example. */
    OTHER("coalesce({table}.verifier_id, 0) <> :verifier");

    private final String condition;

    Which(String condition) {
      this.condition = condition;
    }

    String in(String statement) {
      return statement
          .replace("{stale:a}", condition.replace("{table}", "a"))
          .replace("{stale:s}", condition.replace("{table}", "s"));
    }
  }

  /**
   * When the source of the trust material in use last confirmed it.
   *
   * @param trustedRoot for logs and authorities; absent for never
   * @param npmKeys for npm's keys; absent for never
   */
  public record Confirmation(@Nullable Instant trustedRoot, @Nullable Instant npmKeys) {}

  /** How far a walk has come; each step continues behind the last row of the one before. */
  public record Position(long verifier, long id) {
    /** Before everything. */
    public static final Position START = new Position(-1, 0);
  }

  /** What the registry says of the version that a verdict is about. */
  public record Subject(
      PackageName name,
      String version,
      @Nullable String integrity,
      @Nullable Instant publishedAt,
      List<RegistrySignature> signatures) {

    private List<String> keyIds() {
      return signatures.stream().map(RegistrySignature::keyId).toList();
    }

    private List<String> signatureTexts() {
      return signatures.stream().map(RegistrySignature::signature).toList();
    }
  }

  /** The stored response of a stale attestation. */
  public record StoredResponse(
      Position position, long id, Subject subject, String url, Instant fetchedAt, byte[] body) {}

  /**
   * A registry signature whose check is stale.
   *
   * @param checkedAt when it was checked last, so that it was signed before; absent for never
   */
  public record StoredSignature(Position position, Subject subject, @Nullable Instant checkedAt) {}

  /** A response's new verdicts, in its own order. */
  public record Reverified(StoredResponse response, List<AttestationWithVerdict> items) {
    public Reverified {
      items = List.copyOf(items);
    }
  }

  /** The number under which verdicts with this verifier are stored. */
  public long verifier(VerifierId verifier) {
    return sql.write(connection -> new SourceWrites(connection).verifier(verifier));
  }

  /** How many attestations have a stale verdict. */
  public long attestations(long verifier, Which which) {
    return sql.readAtLength(
        connection ->
            Query.of(connection, which.in(COUNT))
                .with("verifier", verifier)
                .first(row -> row.number("attestations"))
                .orElseThrow());
  }

  /** The responses of the next stale attestations; one response may come more than once. */
  public List<StoredResponse> responses(long verifier, Which which, Position after, int limit) {
    return sql.readAtLength(
        connection ->
            walk(connection, which.in(ATTESTATIONS), verifier, after, limit)
                .list(StaleVerdicts::response));
  }

  /**
   * The responses of the next attestations that this verifier left inconclusive and can judge now.
   */
  public List<StoredResponse> decidable(
      long verifier, Confirmation confirmed, Position after, int limit) {
    return sql.readAtLength(
        connection ->
            Query.of(connection, DECIDABLE)
                .with("after_verifier", after.verifier())
                .with("after_id", after.id())
                .with("verifier", verifier)
                .with("keys_at", confirmed.npmKeys())
                .with("root_at", confirmed.trustedRoot())
                .with("limit", limit)
                .list(StaleVerdicts::response));
  }

  /** The next registry signatures of which the same is so. */
  public List<StoredSignature> decidableSignatures(
      long verifier, Confirmation confirmed, Position after, int limit) {
    return sql.readAtLength(
        connection ->
            Query.of(connection, DECIDABLE_SIGNATURES)
                .with("after_verifier", after.verifier())
                .with("after_id", after.id())
                .with("verifier", verifier)
                .with("keys_at", confirmed.npmKeys())
                .with("limit", limit)
                .list(StaleVerdicts::signature));
  }

  private static StoredResponse response(Row row) throws SQLException {
    return new StoredResponse(
        position(row),
        row.number("response_id"),
        subject(row),
        row.text("url"),
        row.time("fetched_at"),
        Compressed.expand(row.bytes("body")));
  }

  private static StoredSignature signature(Row row) throws SQLException {
    return new StoredSignature(position(row), subject(row), row.optionalTime("checked_at"));
  }

  /** The next registry signatures. */
  public List<StoredSignature> signatures(long verifier, Which which, Position after, int limit) {
    return sql.readAtLength(
        connection ->
            walk(connection, which.in(SIGNATURES), verifier, after, limit)
                .list(StaleVerdicts::signature));
  }

  private static Query walk(
      Connection connection, String statement, long verifier, Position after, int limit) {
    return Query.of(connection, statement)
        .with("after_verifier", after.verifier())
        .with("after_id", after.id())
        .with("verifier", verifier)
        .with("limit", limit);
  }

  private static Position position(Row row) throws SQLException {
    return new Position(row.number("verifier"), row.number("id"));
  }

  private static Subject subject(Row row) throws SQLException {
    List<String> keys = row.texts("key_ids");
    List<String> signatures = row.texts("signatures");
    List<RegistrySignature> pairs = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      pairs.add(new RegistrySignature(keys.get(i), signatures.get(i)));
    }
    return new Subject(
        new PackageName(row.text("name")),
        row.text("version"),
        row.optionalText("integrity"),
        row.optionalTime("published_at"),
        List.copyOf(pairs));
  }

  /**
   * Appends the verdicts, one transaction a package; gives how many are new.
   *
   * @param verifier its {@linkplain #verifier number}
   */
  public long store(List<Reverified> reverified, long verifier, Instant at) {
    Map<String, List<Reverified>> packages = new TreeMap<>();
    reverified.forEach(
        one ->
            packages
                .computeIfAbsent(one.response().subject().name().value(), _ -> new ArrayList<>())
                .add(one));
    return packages.values().stream()
        .mapToLong(ofOne -> sql.write(connection -> store(connection, ofOne, verifier, at)))
        .sum();
  }

  private static int store(
      Connection connection, List<Reverified> ofOnePackage, long verifier, Instant at)
      throws SQLException {
    PackageName name = ofOnePackage.getFirst().response().subject().name();
    long packageId = new PackageWrites(connection).lock(name, at).id();
    ServedStore store = new ServedStore(connection);
    List<ServedResponse> responses =
        ofOnePackage.stream().map(one -> served(packageId, one)).toList();
    List<Entry> entries = responses.stream().flatMap(r -> r.entries().stream()).toList();
    Repositories repositories = store.sources(Stream.empty(), entries);
    int appended =
        store.attestations(
            entries.stream().map(entry -> new Judged(entry, verifier, at)).toList(), repositories);
    store.evidenceAgain(responses);
    return appended;
  }

  private static ServedResponse served(long packageId, Reverified reverified) {
    StoredResponse response = reverified.response();
    return ServedResponse.again(
        packageId,
        response.subject().version(),
        response.url(),
        response.fetchedAt(),
        response.body(),
        reverified.items());
  }

  private record Checked(StoredSignature signature, Check check) {}

  /** Stores the results of check 12; gives how many were. */
  public long storeSignatures(Map<StoredSignature, Check> checks, long verifier, Instant at) {
    Batch<Checked> batch =
        Batch.of(
                checks.entrySet().stream()
                    .map(entry -> new Checked(entry.getKey(), entry.getValue()))
                    .toList())
            .number("version_id", c -> c.signature().position().id())
            .number("verifier", c -> c.signature().position().verifier())
            .texts("key_ids", c -> c.signature().subject().keyIds())
            .texts("signatures", c -> c.signature().subject().signatureTexts())
            .constant("status", c -> c.check().status())
            .text("reason", c -> c.check().reason())
            .whole("missing", c -> JsonColumns.missing(c.check().missing()));
    return sql.write(
        connection ->
            (long)
                Query.of(connection, batch.into(STORE_SIGNATURES))
                    .with("verifier", verifier)
                    .with("at", at)
                    .with(batch)
                    .update());
  }
}
