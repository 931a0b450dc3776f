package dev.whence.catalog.write;

import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Sql;
import dev.whence.provenance.Check;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.RegistrySignature;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.provenance.bundle.VerifierId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What rests on another verifier than the current one: attestation responses and registry
 * signatures, the oldest verifier's first, and the place for their new verdicts.
 */
@ApplicationScoped
public class StaleVerdicts {

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

    List<String> keyIds() {
      return signatures.stream().map(RegistrySignature::keyId).toList();
    }

    List<String> signatureTexts() {
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
            Query.of(connection, which.in(StaleSelect.COUNT))
                .with("verifier", verifier)
                .first(row -> row.number("attestations"))
                .orElseThrow());
  }

  /** The responses of the next stale attestations; one response may come more than once. */
  public List<StoredResponse> responses(long verifier, Which which, Position after, int limit) {
    return sql.readAtLength(
        connection ->
            walk(connection, which.in(StaleSelect.ATTESTATIONS), verifier, after, limit)
                .list(StaleSelect::response));
  }

  /**
   * The responses of the next attestations that this verifier left inconclusive and can judge now.
   */
  public List<StoredResponse> decidable(
      long verifier, Confirmation confirmed, Position after, int limit) {
    return sql.readAtLength(
        connection ->
            Query.of(connection, StaleSelect.DECIDABLE)
                .with("after_verifier", after.verifier())
                .with("after_id", after.id())
                .with("verifier", verifier)
                .with("keys_at", confirmed.npmKeys())
                .with("root_at", confirmed.trustedRoot())
                .with("limit", limit)
                .list(StaleSelect::response));
  }

  /** The next registry signatures of which the same is so. */
  public List<StoredSignature> decidableSignatures(
      long verifier, Confirmation confirmed, Position after, int limit) {
    return sql.readAtLength(
        connection ->
            Query.of(connection, StaleSelect.DECIDABLE_SIGNATURES)
                .with("after_verifier", after.verifier())
                .with("after_id", after.id())
                .with("verifier", verifier)
                .with("keys_at", confirmed.npmKeys())
                .with("limit", limit)
                .list(StaleSelect::signature));
  }

  /** The next registry signatures. */
  public List<StoredSignature> signatures(long verifier, Which which, Position after, int limit) {
    return sql.readAtLength(
        connection ->
            walk(connection, which.in(StaleSelect.SIGNATURES), verifier, after, limit)
                .list(StaleSelect::signature));
  }

  private static Query walk(
      Connection connection, String statement, long verifier, Position after, int limit) {
    return Query.of(connection, statement)
        .with("after_verifier", after.verifier())
        .with("after_id", after.id())
        .with("verifier", verifier)
        .with("limit", limit);
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
        .mapToLong(
            ofOne ->
                sql.write(
                    connection -> new ReverifiedWrites(connection).verdicts(ofOne, verifier, at)))
        .sum();
  }

  /** Stores the results of check 12; gives how many were. */
  public long storeSignatures(Map<StoredSignature, Check> checks, long verifier, Instant at) {
    return sql.write(
        connection -> (long) new ReverifiedWrites(connection).signatures(checks, verifier, at));
  }
}
