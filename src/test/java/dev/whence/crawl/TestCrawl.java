package dev.whence.crawl;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.crawl.jobs.ChangesReader;
import dev.whence.crawl.jobs.ChangesTask;
import dev.whence.crawl.jobs.DeclarationsTask;
import dev.whence.crawl.jobs.DownloadRefresh;
import dev.whence.crawl.jobs.FreshnessTask;
import dev.whence.crawl.jobs.JobRecorder;
import dev.whence.crawl.jobs.OverdueTask;
import dev.whence.crawl.jobs.PopularityTask;
import dev.whence.crawl.jobs.RegistryKeys;
import dev.whence.crawl.jobs.Reverification;
import dev.whence.crawl.jobs.ReverificationTask;
import dev.whence.crawl.jobs.SharedTrust;
import dev.whence.crawl.jobs.SilenceTask;
import dev.whence.crawl.jobs.TrustGaps;
import dev.whence.crawl.jobs.TrustTasks;
import dev.whence.crawl.pkg.AttestationCollector;
import dev.whence.crawl.pkg.CrawlMetrics;
import dev.whence.crawl.pkg.CrawlOutcome;
import dev.whence.crawl.pkg.CrawlPulse;
import dev.whence.crawl.pkg.CrawlService;
import dev.whence.crawl.pkg.CrawlSilence;
import dev.whence.crawl.process.ClusterTasks;
import dev.whence.crawl.process.CrawlHealth;
import dev.whence.crawl.process.CrawlProgress;
import dev.whence.crawl.process.CrawlRecorder;
import dev.whence.crawl.process.CrawlScheduler;
import dev.whence.crawl.process.CrawlStart;
import dev.whence.crawl.process.PackageTasks;
import dev.whence.crawl.process.Politeness;
import dev.whence.crawl.schedule.CrawlPlanner;
import dev.whence.provenance.PackageName;
import dev.whence.registry.TestRegistryClient;
import dev.whence.registry.npm.ChangesFeed;
import dev.whence.registry.npm.RegistryClient;
import dev.whence.testing.Recording;
import dev.whence.testing.ReplayRegistry;
import dev.whence.testing.SetClock;
import dev.whence.verify.TrustKeeper;
import dev.whence.verify.trust.TrustConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The crawl on a catalog of its own, against a replayed registry, at a time of its own. */
public final class TestCrawl {

  /** Stands still unless the test brings another. */
  public final SetClock clock = new SetClock(Instant.parse("2026-11-24T00:00:00Z"));

  public final CatalogDatabase catalog = new CatalogDatabase();
  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final CrawlPulse pulse = new CrawlPulse(clock);
  public final CrawlConfig config;
  private final RegistryClient client;
  private final URI url;
  private final ChangesFeed feed;
  private final TrustConfig trustConfig;
  private final TrustKeeper trust;
  private final CrawlService crawls;

  public TestCrawl(ReplayRegistry registry) {
    this(registry, Map.of());
  }

  public TestCrawl(ReplayRegistry registry, Map<String, String> settings) {
    this(registry.url(), withRecordedTrust(settings));
  }

  /** On any registry; the settings name its trust material. */
  public TestCrawl(URI url, Map<String, String> settings) {
    SmallRyeConfig mapped =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(CrawlConfig.class)
            .withMapping(TrustConfig.class)
            .withDefaultValue("whence.trust.offline", "true")
            .withDefaultValues(settings)
            .build();
    this.config = mapped.getConfigMapping(CrawlConfig.class);
    this.client = TestRegistryClient.of(url, Map.of("requests-per-second", "10000"), meters);
    this.url = url;
    this.feed = TestRegistryClient.feed(url);
    this.trustConfig = mapped.getConfigMapping(TrustConfig.class);
    this.trust = new TrustKeeper(trustConfig, clock);
    this.crawls = crawls(clock);
  }

  private static Map<String, String> withRecordedTrust(Map<String, String> settings) {
    if (!Recording.isPresent()) {
      return settings;
    }
    Map<String, String> all = new HashMap<>(settings);
    all.put("whence.trust.trusted-root", path("trusted_root.json"));
    all.put("whence.trust.npm-keys", path("trust/sigstore-tuf-seeds/5.0.1/npm_keys.json"));
    return all;
  }

  private CrawlService crawls(Clock at) {
    return new CrawlService(
        config, client, trust, catalog.writer, new CrawlMetrics(meters), pulse, at);
  }

  /** What fetches a package's attestations, within the memory that is left to all of them. */
  public AttestationCollector collector(String name, AtomicLong bytesLeft) {
    return new AttestationCollector(
        client, trust.verifier(), clock, new PackageName(name), bytesLeft, () -> {});
  }

  public CrawlOutcome crawl(String name) {
    return crawl(new PackageName(name));
  }

  public CrawlOutcome crawl(PackageName name) {
    return crawls.crawl(name);
  }

  /** A scheduler of these crawls, at the system's time, as db-scheduler's threads wait for it. */
  public CrawlScheduler scheduler(CrawlProgress progress) {
    Clock system = Clock.systemUTC();
    CrawlPlanner planner = new CrawlPlanner(config, catalog.plans, system);
    ChangesTask changes = new ChangesTask(config, changes(), planner, popularity(system));
    ClusterTasks recurring =
        new ClusterTasks(
            changes,
            new PopularityTask(config, popularity(system)),
            new FreshnessTask(config, catalog.freshness, system),
            new ReverificationTask(
                config, new Reverification(catalog.stale, trust, system), meters),
            new OverdueTask(config, catalog.writer, system),
            new SilenceTask(catalog.silence, system),
            new DeclarationsTask(catalog.declared),
            trustTasks(),
            new JobRecorder(catalog.jobs, system));
    return new CrawlScheduler(
        config,
        new PackageTasks(config, crawls(system), progress, system),
        recurring,
        planner,
        catalog.writer,
        progress,
        catalog.dataSource,
        system);
  }

  /** None, as without the role verify: tests count and order the requests of crawls. */
  private TrustTasks trustTasks() {
    SharedTrust shared = new SharedTrust(trust, catalog.trust);
    return new TrustTasks(
        () -> Set.of(Role.CRAWL),
        trustConfig,
        trust,
        shared,
        new RegistryKeys(client, trust, shared),
        new TrustGaps(catalog.gaps, trust, shared, clock));
  }

  /** Lets the catalog follow where the registry is silent, or no longer is. */
  void followSilence() {
    new SilenceTask(catalog.silence, clock).run(() -> false);
  }

  /** A reader of the registry's changes feed. */
  ChangesReader changes() {
    return new ChangesReader(feed, catalog.feeds, clock);
  }

  /** What counts how fresh packages are, at this crawl's time. */
  FreshnessTask freshness() {
    return freshness(clock);
  }

  FreshnessTask freshness(Clock at) {
    return new FreshnessTask(config, catalog.freshness, at);
  }

  /** What learns of downloads, at this crawl's time. */
  public DownloadRefresh popularity() {
    return popularity(clock);
  }

  private DownloadRefresh popularity(Clock at) {
    return new DownloadRefresh(
        config,
        TestRegistryClient.counts(url),
        TestRegistryClient.downloads(url),
        catalog.popularity,
        at);
  }

  /** The readiness of a process with these roles. */
  public CrawlHealth health(Set<Role> roles, CrawlScheduler scheduler) {
    return new CrawlHealth(() -> roles, start(roles, scheduler), scheduler, silence());
  }

  /** What starts the crawl of a process with these roles. */
  CrawlStart start(Set<Role> roles, CrawlScheduler scheduler) {
    return new CrawlStart(
        config,
        () -> roles,
        catalog.plans,
        scheduler,
        new Politeness(TestRegistryClient.gates(url, Map.of()), catalog.clients));
  }

  /** What records how crawls end, at this crawl's time. */
  public CrawlRecorder recorder(CrawlScheduler scheduler) {
    return new CrawlRecorder(
        start(Set.of(Role.CRAWL), scheduler), pulse, silence(), catalog.jobs, clock);
  }

  /** What tells whether a crawl hangs, at this crawl's time. */
  public CrawlSilence silence() {
    return new CrawlSilence(TestRegistryClient.config(url), pulse, catalog.writer, clock);
  }

  private static String path(String file) {
    return Recording.root().resolve(file).toAbsolutePath().toString();
  }
}
