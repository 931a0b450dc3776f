package dev.whence.crawl.pkg;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlFailure;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.NextCrawl;
import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.catalog.write.KnownPackage;
import dev.whence.catalog.write.KnownPackage.KnownVersion;
import dev.whence.catalog.write.PackageCrawl;
import dev.whence.crawl.CrawlConfig;
import dev.whence.crawl.schedule.NextTry;
import dev.whence.crawl.schedule.RefreshPolicy;
import dev.whence.provenance.Check;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Packument;
import dev.whence.provenance.PackumentVersion;
import dev.whence.registry.npm.PackumentFetch;
import dev.whence.registry.npm.PackumentRoom;
import dev.whence.registry.npm.RegistryClient;
import dev.whence.verify.AttestationVerifier;
import dev.whence.verify.TrustKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Crawls one package: from its known facts, through the registry, to its final status. */
@ApplicationScoped
public class CrawlService {

  private static final Logger LOG = Logger.getLogger(CrawlService.class);

  private final CrawlConfig config;
  private final RegistryClient registry;
  private final TrustKeeper trust;
  private final CrawlWriter writer;
  private final CrawlMetrics metrics;
  private final CrawlPulse pulse;
  private final Clock clock;
  private final NextTry nextTry;
  private final AtomicLong attestationBytesLeft;
  private final PackumentRoom packumentRoom;

  public CrawlService(
      CrawlConfig config,
      RegistryClient registry,
      TrustKeeper trust,
      CrawlWriter writer,
      CrawlMetrics metrics,
      CrawlPulse pulse,
      Clock clock) {
    this.config = config;
    this.registry = registry;
    this.trust = trust;
    this.writer = writer;
    this.metrics = metrics;
    this.pulse = pulse;
    this.clock = clock;
    this.nextTry = new NextTry(config);
    this.attestationBytesLeft = new AtomicLong(config.attestationBytes());
    this.packumentRoom = registry.room(config.packumentBytes());
  }

  /** Crawls one package now. A new name is added to the catalog. */
  public CrawlOutcome crawl(PackageName name) {
    pulse.sign(name);
    try {
      CrawlOutcome outcome = metrics.time(() -> crawlOrRecord(name));
      pulse.ended(name, outcome);
      return outcome;
    } catch (RuntimeException e) {
      pulse.broke(name, e);
      throw e;
    }
  }

  private CrawlOutcome crawlOrRecord(PackageName name) {
    try {
      return crawlOnce(name);
    } catch (RuntimeException e) {
      return broken(name, e);
    }
  }

  /**
   * A bug of ours is a recorded failure like any other, unless the database does not answer either.
   */
  private CrawlOutcome broken(PackageName name, RuntimeException fault) {
    if (Thread.currentThread().isInterrupted()) {
      return new CrawlOutcome.Abandoned(clock.instant());
    }
    LOG.errorf(fault, "The crawl of %s broke", name);
    return failed(
        name,
        "An internal error: " + fault.getClass().getSimpleName() + ".",
        known(name).crawl().attempts(),
        Duration.ZERO);
  }

  private CrawlOutcome crawlOnce(PackageName name) {
    try (PackumentRoom.Part part = packumentRoom.part()) {
      return crawlOnce(name, part);
    }
  }

  private CrawlOutcome crawlOnce(PackageName name, PackumentRoom.Part part) {
    KnownPackage known = known(name);
    if (known.marked()) {
      writer.begun(name);
    }
    AttestationPlan plan = new AttestationPlan(known, clock.instant(), config.youngFor());
    boolean inFull = plan.hasUnfinished();
    PackumentFetch fetch =
        registry.packument(
            name, inFull ? null : known.etag(), inFull ? null : known.bodySha256(), part);
    pulse.sign(name);
    if (Thread.currentThread().isInterrupted()) {
      return new CrawlOutcome.Abandoned(clock.instant());
    }
    return switch (fetch) {
      case PackumentFetch.Found found -> store(name, found, plan, known);
      case PackumentFetch.NotModified _ -> unchanged(name, known);
      case PackumentFetch.Missing _ -> notFound(name, known);
      case PackumentFetch.Unreadable unreadable -> unreadable(name, unreadable.reason(), known);
      case PackumentFetch.Failed failed ->
          failed(name, failed.reason(), known.crawl().attempts(), failed.waitAsked());
    };
  }

  private KnownPackage known(PackageName name) {
    return writer
        .known(name)
        .orElseGet(
            () -> {
              writer.addPackages(List.of(name), clock.instant());
              return writer.known(name).orElseThrow();
            });
  }

  private CrawlOutcome store(
      PackageName name, PackumentFetch.Found found, AttestationPlan plan, KnownPackage known) {
    Packument packument = found.packument();
    AttestationVerifier verifier = trust.verifier();
    List<PackumentVersion> wanted = plan.toAsk(packument);
    try (AttestationCollector collector =
        new AttestationCollector(
            registry, verifier, clock, name, attestationBytesLeft, () -> pulse.sign(name))) {
      Asked asked = collector.collect(wanted, config.attestationConcurrency());
      if (Thread.currentThread().isInterrupted()) {
        return new CrawlOutcome.Abandoned(clock.instant());
      }
      Instant now = clock.instant();
      Map<String, AttestationTry> tries =
          new TryPlan(nextTry, name, now).after(asked, plan.tries(packument));
      boolean complete = asked.size() == wanted.size();
      NextCrawl ordinary = next(packument, now, complete, known);
      // Attestations that did not fit into memory may be due, and need a pause before the next
      // request.
      NextCrawl next = complete ? noLater(ordinary, tries.values()) : ordinary;
      writer.store(
          new PackageCrawl(
              packument,
              found.etag(),
              found.bodySha256(),
              registrySignatures(name, packument, plan, verifier, now),
              asked.answers(),
              tries,
              verifier.id(),
              now,
              next));
      return new CrawlOutcome.Stored(Tally.of(packument.versions().size(), asked), next);
    }
  }

  /**
   * The package keeps its tier's schedule; attestations that could not be fetched are requested
   * earlier.
   */
  private static NextCrawl noLater(NextCrawl next, Collection<AttestationTry> tries) {
    return tries.stream()
        .map(AttestationTry::nextAt)
        .min(Comparator.naturalOrder())
        .filter(due -> due.isBefore(next.at()))
        .map(due -> new NextCrawl(due, next.tier()))
        .orElse(next);
  }

  private NextCrawl next(Packument packument, Instant now, boolean complete, KnownPackage known) {
    PackageName name = packument.name();
    if (packument.unpublishedAt() != null) {
      return new NextCrawl(nextTry.rarely(name, now), RefreshTier.COLD);
    }
    RefreshTier tier =
        RefreshPolicy.tier(
            known.downloadsLastMonth(),
            packument.versions().stream()
                .map(PackumentVersion::publishedAt)
                .filter(Objects::nonNull)
                .toList(),
            now);
    return nextTry.afterSuccess(name, now, tier, complete);
  }

  private static Map<String, Check> registrySignatures(
      PackageName name,
      Packument packument,
      AttestationPlan plan,
      AttestationVerifier verifier,
      Instant now) {
    Map<String, Check> checks = new HashMap<>();
    for (PackumentVersion version : packument.versions()) {
      if (plan.isNew(version)) {
        checks.put(
            version.version(),
            verifier.verifyRegistrySignature(AttestationCollector.expected(name, version, now)));
      }
    }
    return checks;
  }

  private CrawlOutcome unchanged(PackageName name, KnownPackage known) {
    Instant now = clock.instant();
    List<AttestationTry> tries =
        known.versions().values().stream()
            .map(KnownVersion::attempt)
            .filter(Objects::nonNull)
            .toList();
    NextCrawl next = noLater(nextTry.afterSuccess(name, now, tier(known, now), true), tries);
    writer.storeUnchanged(name, now, next);
    return new CrawlOutcome.Unchanged(next);
  }

  private static RefreshTier tier(KnownPackage known, Instant now) {
    return RefreshPolicy.tier(
        known.downloadsLastMonth(),
        known.versions().values().stream()
            .map(KnownVersion::publishedAt)
            .filter(Objects::nonNull)
            .toList(),
        now);
  }

  private CrawlOutcome notFound(PackageName name, KnownPackage known) {
    Instant now = clock.instant();
    Instant next = afterNoPackument(name, now, known);
    String reason = "The registry does not know this package.";
    writer.storeFailure(new CrawlFailure(name, CrawlStatus.NOT_FOUND, reason, now, next, false));
    return new CrawlOutcome.NotFound(next);
  }

  private CrawlOutcome unreadable(PackageName name, String reason, KnownPackage known) {
    LOG.infof("The packument of %s is unreadable: %s", name, reason);
    Instant now = clock.instant();
    Instant next = afterNoPackument(name, now, known);
    writer.storeFailure(new CrawlFailure(name, CrawlStatus.UNREADABLE, reason, now, next, false));
    return new CrawlOutcome.Unreadable(reason, next);
  }

  /**
   * If a package had a packument before, one such answer may be a maintenance page, so it is tried
   * again as after any failure. Names that never had one are requested rarely: a changes feed names
   * millions of removed packages.
   */
  private Instant afterNoPackument(PackageName name, Instant now, KnownPackage known) {
    return known.crawl().lastSuccessAt() == null
        ? nextTry.rarely(name, now)
        : nextTry.afterFailure(name, now, known.crawl().attempts() + 1, Duration.ZERO);
  }

  private CrawlOutcome failed(PackageName name, String reason, int failuresBefore, Duration asked) {
    Instant now = clock.instant();
    int failures = failuresBefore + 1;
    boolean parked = nextTry.isParked(failures);
    LOG.infof(
        "The crawl of %s failed and is tried again%s: %s", name, parked ? " rarely" : "", reason);
    Instant next = nextTry.afterFailure(name, now, failures, asked);
    writer.storeFailure(new CrawlFailure(name, CrawlStatus.FAILED, reason, now, next, parked));
    return new CrawlOutcome.Failed(reason, next);
  }
}
