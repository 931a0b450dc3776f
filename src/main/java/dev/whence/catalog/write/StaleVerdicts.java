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
 * The attestation responses and registry signatures with verdicts of another verifier, the oldest
 * verifier first. It also stores their new verdicts.
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
     * Verdicts of verifiers that were first used before the current one. Two processes with
     * different verifiers on one Postgres do not undo each other's work.
     */
    OLDER("coalesce({table}.verifier_id, 0) < :verifier"),
    /** Verdicts of any other verifier, for example after a return to an earlier trust root. */
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

  /** The progress of a walk. Each step continues after the last row of the step before. */
  public record Position(long verifier, long id) {
    /** Before everything. */
    public static final Position START = new Position(-1, 0);
  }

  /** The registry's facts about the version of a verdict. */
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
   * @param checkedAt when it was last verified, so it was signed before that time; absent if never
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

  /** The number of attestations with a stale verdict. */
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

  /** The next registry signatures that this verifier left inconclusive and can judge now. */
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
   * Appends the verdicts, one transaction per package; returns the number of new ones.
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

  /** Stores the results of check 12; returns their number. */
  public long storeSignatures(Map<StoredSignature, Check> checks, long verifier, Instant at) {
    return sql.write(
        connection -> (long) new ReverifiedWrites(connection).signatures(checks, verifier, at));
  }
}
