package dev.whence.crawl.jobs;

import dev.whence.catalog.write.StaleVerdicts;
import dev.whence.catalog.write.StaleVerdicts.Confirmation;
import dev.whence.catalog.write.StaleVerdicts.Position;
import dev.whence.catalog.write.StaleVerdicts.Reverified;
import dev.whence.catalog.write.StaleVerdicts.StoredResponse;
import dev.whence.catalog.write.StaleVerdicts.StoredSignature;
import dev.whence.catalog.write.StaleVerdicts.Subject;
import dev.whence.catalog.write.StaleVerdicts.Which;
import dev.whence.provenance.Check;
import dev.whence.verify.AttestationVerifier;
import dev.whence.verify.BatchVerifier;
import dev.whence.verify.TrustKeeper;
import dev.whence.verify.VerifiedResponse;
import dev.whence.verify.check.ExpectedVersion;
import dev.whence.verify.trust.TrustConfirmation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Verifies again, from the stored bytes, each attestation whose verdict is from another version,
 * policy or trust material. It also repeats inconclusive verdicts, if the trust material was
 * confirmed after them. It can stop at any moment; the next run continues from there.
 */
@ApplicationScoped
public class Reverification {

  private static final Logger LOG = Logger.getLogger(Reverification.class);

  /** Bounds the memory of a step: responses are below 100 KB, and limited to some megabytes. */
  private static final int RESPONSES_AT_ONCE = 100;

  private static final int SIGNATURES_AT_ONCE = 1_000;

  private final StaleVerdicts stale;
  private final TrustKeeper trust;
  private final Clock clock;

  public Reverification(StaleVerdicts stale, TrustKeeper trust, Clock clock) {
    this.stale = stale;
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * The results of a run: new verdicts on attestations, and new results for registry signatures.
   */
  public record Result(long attestations, long signatures) {}

  /** One run. It keeps its verifier, even if the trust material changes meanwhile. */
  private record Run(BatchVerifier batch, long number, Which which, Confirmation confirmed) {}

  /** The number of attestations that a run would verify. */
  public long waiting(Which which) {
    return stale.attestations(stale.verifier(trust.verifier().id()), which);
  }

  /**
   * Verifies everything that is stale, beginning with the oldest verifier's verdicts.
   *
   * @param threads the number of cores that it may use
   * @param progress gets the number of verdicts so far
   * @param stop asked between steps
   */
  public Result run(Which which, int threads, LongConsumer progress, BooleanSupplier stop) {
    return run(trust.verifier(), which, threads, progress, stop);
  }

  Result run(
      AttestationVerifier verifier,
      Which which,
      int threads,
      LongConsumer progress,
      BooleanSupplier stop) {
    TrustConfirmation confirmed = verifier.confirmed();
    Run run =
        new Run(
            new BatchVerifier(verifier, threads),
            stale.verifier(verifier.id()),
            which,
            new Confirmation(confirmed.trustedRoot(), confirmed.npmKeys()));
    return new Result(attestations(run, progress, stop), signatures(run, stop));
  }

  private long attestations(Run run, LongConsumer progress, BooleanSupplier stop) {
    AtomicLong appended = new AtomicLong();
    run.batch()
        .verify(
            Stream.concat(
                    pages(after -> page(run, after), stop),
                    pages(after -> decidable(run, after), stop))
                .flatMap(page -> distinct(page).stream())
                .map(this::request))
        .flatMap(result -> reverified(result).stream())
        .gather(Gatherers.windowFixed(RESPONSES_AT_ONCE))
        .forEach(
            some ->
                progress.accept(
                    appended.addAndGet(stale.store(some, run.number(), clock.instant()))));
    return appended.get();
  }

  /** The first page is read only when it is needed, because other pages may come before it. */
  private static Stream<List<StoredResponse>> pages(
      Function<Position, List<StoredResponse>> next, BooleanSupplier stop) {
    return Stream.of(Position.START)
        .flatMap(
            start ->
                Stream.iterate(
                    next.apply(start),
                    page -> !page.isEmpty() && !stop.getAsBoolean(),
                    page -> next.apply(page.getLast().position())));
  }

  private List<StoredResponse> page(Run run, Position after) {
    return stale.responses(run.number(), run.which(), after, RESPONSES_AT_ONCE);
  }

  private List<StoredResponse> decidable(Run run, Position after) {
    return stale.decidable(run.number(), run.confirmed(), after, RESPONSES_AT_ONCE);
  }

  private BatchVerifier.Request<StoredResponse> request(StoredResponse one) {
    return new BatchVerifier.Request<>(one, one.body(), expected(one.subject(), one.fetchedAt()));
  }

  /**
   * The list has a response once for each of its attestations; one verification covers them all.
   */
  private static List<StoredResponse> distinct(List<StoredResponse> responses) {
    Map<Long, StoredResponse> distinct = new LinkedHashMap<>();
    responses.forEach(one -> distinct.putIfAbsent(one.id(), one));
    return new ArrayList<>(distinct.values());
  }

  private static Optional<Reverified> reverified(
      BatchVerifier.Result<StoredResponse, VerifiedResponse> result) {
    StoredResponse one = result.subject();
    return switch (result.result()) {
      case VerifiedResponse.Unreadable unreadable -> {
        LOG.warnf(
            "The response for %s@%s was readable and is no longer: %s",
            one.subject().name(), one.subject().version(), unreadable.reason());
        yield Optional.empty();
      }
      case VerifiedResponse.Read read -> Optional.of(new Reverified(one, read.items()));
    };
  }

  private long signatures(Run run, BooleanSupplier stop) {
    return signatures(
            run,
            after -> stale.signatures(run.number(), run.which(), after, SIGNATURES_AT_ONCE),
            stop)
        + signatures(
            run,
            after ->
                stale.decidableSignatures(run.number(), run.confirmed(), after, SIGNATURES_AT_ONCE),
            stop);
  }

  private long signatures(
      Run run, Function<Position, List<StoredSignature>> next, BooleanSupplier stop) {
    long stored = 0;
    Position position = Position.START;
    while (!stop.getAsBoolean()) {
      List<StoredSignature> signatures = next.apply(position);
      if (signatures.isEmpty()) {
        break;
      }
      Map<StoredSignature, Check> checks = new LinkedHashMap<>();
      run.batch()
          .verifyRegistrySignatures(
              signatures.stream(), one -> expected(one.subject(), one.checkedAt()))
          .forEach(result -> checks.put(result.subject(), result.result()));
      stored += stale.storeSignatures(checks, run.number(), clock.instant());
      position = signatures.getLast().position();
    }
    return stored;
  }

  private static ExpectedVersion expected(Subject subject, @Nullable Instant seenAt) {
    return new ExpectedVersion(
        subject.name(),
        subject.version(),
        subject.integrity(),
        subject.signatures(),
        subject.publishedAt(),
        seenAt);
  }
}
