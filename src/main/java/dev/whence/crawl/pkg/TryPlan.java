package dev.whence.crawl.pkg;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.Evidence;
import dev.whence.crawl.schedule.RefreshEvent;
import dev.whence.crawl.schedule.RefreshTable;
import dev.whence.provenance.PackageName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When attestations of one package's versions that could not be fetched are requested again. */
final class TryPlan {

  private final RefreshTable table;
  private final PackageName name;
  private final Instant now;

  TryPlan(RefreshTable table, PackageName name, Instant now) {
    this.table = table;
    this.name = name;
    this.now = now;
  }

  /**
   * All tries that remain after a crawl. Versions that it did not request keep their try: they were
   * not due, or did not fit into memory.
   *
   * @param before the tries before the crawl, by version text
   */
  Map<String, AttestationTry> after(AttestationAnswers asked, Map<String, AttestationTry> before) {
    Map<String, AttestationTry> tries = new HashMap<>(before);
    tries.keySet().removeAll(asked.answers().keySet());
    asked
        .failures()
        .forEach((version, failure) -> tries.put(version, next(failure, before.get(version))));
    return tries;
  }

  /**
   * The spread is the same for the whole package, so that versions that failed together are
   * requested together.
   */
  private AttestationTry next(AttestationAnswers.Failure failure, @Nullable AttestationTry before) {
    int attempts = before == null ? 1 : before.attempts() + 1;
    Instant since = before == null ? now : before.since();
    @Nullable Instant parkedBefore = before == null ? null : before.parkedAt();
    RefreshEvent event =
        failure.state() == Evidence.REFUSED
            ? new RefreshEvent.Refused(attempts)
            : new RefreshEvent.Failed(attempts, failure.waitAsked());
    Instant next = table.after(event, name, now).at();
    @Nullable Instant parked =
        table.isParked(attempts) ? (parkedBefore == null ? now : parkedBefore) : null;
    return new AttestationTry(
        failure.state(), attempts, failure.reason(), since, now, next, parked);
  }
}
