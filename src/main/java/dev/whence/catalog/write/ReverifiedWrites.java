package dev.whence.catalog.write;

import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.JsonColumns;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.write.ServedResponse.Entry;
import dev.whence.catalog.write.StaleVerdicts.Reverified;
import dev.whence.catalog.write.StaleVerdicts.StoredResponse;
import dev.whence.catalog.write.StaleVerdicts.StoredSignature;
import dev.whence.catalog.write.VerdictWrites.Judged;
import dev.whence.provenance.Check;
import dev.whence.provenance.PackageName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes new verdicts on stored responses and signatures. */
final class ReverifiedWrites {

  /** Compares the signed content, because a crawl may have stored other signatures meanwhile. */
  private static final String STORE_SIGNATURES =
      """
      UPDATE registry_signature s
      SET status = t.status, reason = t.reason, missing = t.missing::jsonb, verifier_id = :verifier,
        checked_at = :at
      FROM {rows}
      WHERE s.version_id = t.version_id AND coalesce(s.verifier_id, 0) = t.verifier
        AND (s.key_ids, s.signatures) = (t.key_ids::text[], t.signatures::text[])
      """;

  private final Connection connection;

  ReverifiedWrites(Connection connection) {
    this.connection = connection;
  }

  /** Appends the verdicts; returns the number of new ones. */
  int verdicts(List<Reverified> ofOnePackage, long verifier, Instant at) throws SQLException {
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

  /** Stores the results of check 12; returns their number. */
  int signatures(Map<StoredSignature, Check> checks, long verifier, Instant at)
      throws SQLException {
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
    return Query.of(connection, batch.into(STORE_SIGNATURES))
        .with("verifier", verifier)
        .with("at", at)
        .with(batch)
        .update();
  }
}
