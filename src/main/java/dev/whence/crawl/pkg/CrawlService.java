package dev.whence.crawl.pkg;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlFailure;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.catalog.write.KnownPackage;
import dev.whence.catalog.write.KnownPackage.KnownVersion;
import dev.whence.catalog.write.PackageCrawl;
import dev.whence.crawl.CrawlConfig;
import dev.whence.crawl.schedule.NextLook;
import dev.whence.crawl.schedule.RefreshEvent;
import dev.whence.crawl.schedule.RefreshTable;
import dev.whence.crawl.schedule.TierRules;
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
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
  private final RefreshTable table;
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
    this.table = new RefreshTable(config);
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
      return abandoned(name);
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
      return abandoned(name);
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
      AttestationAnswers asked = collector.collect(wanted, config.attestationConcurrency());
      if (Thread.currentThread().isInterrupted()) {
        return abandoned(name);
      }
      Instant now = clock.instant();
      Map<String, AttestationTry> tries =
          new TryPlan(table, name, now).after(asked, plan.tries(packument));
      boolean complete = asked.size() == wanted.size();
      NextLook next =
          table.after(event(packument, known, complete, tries.values(), now), name, now);
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
              next.toRecord()));
      return new CrawlOutcome.Stored(CrawlTally.of(packument.versions().size(), asked), next);
    }
  }

  private static RefreshEvent event(
      Packument packument,
      KnownPackage known,
      boolean complete,
      Collection<AttestationTry> tries,
      Instant now) {
    if (packument.unpublishedAt() != null) {
      return new RefreshEvent.Unpublished();
    }
    RefreshTier tier =
        tier(known, packument.versions().stream().map(PackumentVersion::publishedAt), now);
    return complete
        ? new RefreshEvent.Crawled(tier, earliest(tries.stream()))
        : new RefreshEvent.CrawledInPart(tier);
  }

  private static @Nullable Instant earliest(Stream<AttestationTry> tries) {
    return tries.map(AttestationTry::nextAt).min(Comparator.naturalOrder()).orElse(null);
  }

  private static RefreshTier tier(
      KnownPackage known, Stream<@Nullable Instant> releases, Instant now) {
    return TierRules.tier(
        known.downloadsLastMonth(), releases.filter(Objects::nonNull).toList(), now);
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
    Collection<KnownVersion> versions = known.versions().values();
    RefreshTier tier = tier(known, versions.stream().map(KnownVersion::publishedAt), now);
    @Nullable Instant retryAt =
        earliest(versions.stream().map(KnownVersion::attempt).filter(Objects::nonNull));
    NextLook next = table.after(new RefreshEvent.Crawled(tier, retryAt), name, now);
    writer.storeUnchanged(name, now, next.toRecord());
    return new CrawlOutcome.Unchanged(next);
  }

  private CrawlOutcome notFound(PackageName name, KnownPackage known) {
    String reason = "The registry does not know this package.";
    return new CrawlOutcome.NotFound(withoutPackument(name, CrawlStatus.NOT_FOUND, reason, known));
  }

  private CrawlOutcome unreadable(PackageName name, String reason, KnownPackage known) {
    LOG.infof("The packument of %s is unreadable: %s", name, reason);
    return new CrawlOutcome.Unreadable(
        reason, withoutPackument(name, CrawlStatus.UNREADABLE, reason, known));
  }

  private NextLook withoutPackument(
      PackageName name, CrawlStatus status, String reason, KnownPackage known) {
    Instant now = clock.instant();
    boolean hadOne = known.crawl().lastSuccessAt() != null;
    int failures = known.crawl().attempts() + 1;
    NextLook next = table.after(new RefreshEvent.NoPackument(hadOne, failures), name, now);
    writer.storeFailure(new CrawlFailure(name, status, reason, now, next.at(), false));
    return next;
  }

  private CrawlOutcome failed(PackageName name, String reason, int failuresBefore, Duration asked) {
    Instant now = clock.instant();
    int failures = failuresBefore + 1;
    boolean parked = table.isParked(failures);
    LOG.infof(
        "The crawl of %s failed and is tried again%s: %s", name, parked ? " rarely" : "", reason);
    NextLook next = table.after(new RefreshEvent.Failed(failures, asked), name, now);
    writer.storeFailure(new CrawlFailure(name, CrawlStatus.FAILED, reason, now, next.at(), parked));
    return new CrawlOutcome.Failed(reason, next);
  }

  private CrawlOutcome abandoned(PackageName name) {
    return new CrawlOutcome.Abandoned(
        table.after(new RefreshEvent.Abandoned(), name, clock.instant()));
  }
}
