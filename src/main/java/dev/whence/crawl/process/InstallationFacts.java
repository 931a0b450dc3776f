package dev.whence.crawl.process;

import dev.whence.catalog.Setting;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.crawl.CrawlConfig;
import dev.whence.registry.http.RegistryConfig;
import dev.whence.verify.TrustKeeper;
import dev.whence.verify.crypto.CryptoProvider;
import dev.whence.verify.trust.TrustStatus;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records facts about the crawling process in the catalog, for the pages of other processes. */
@ApplicationScoped
public class InstallationFacts {

  private final CrawlStart start;
  private final CrawlConfig config;
  private final RegistryConfig registry;
  private final TrustKeeper trust;
  private final CrawlWriter writer;
  private final Clock clock;
  private final Map<Setting, Optional<String>> recorded = new EnumMap<>(Setting.class);

  InstallationFacts(
      CrawlStart start,
      CrawlConfig config,
      RegistryConfig registry,
      TrustKeeper trust,
      CrawlWriter writer,
      Clock clock) {
    this.start = start;
    this.config = config;
    this.registry = registry;
    this.trust = trust;
    this.writer = writer;
    this.clock = clock;
  }

  /** Trust material is refreshed from time to time; only changes are written. */
  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void recordWhereCrawling() {
    if (start.isCrawling()) {
      record();
    }
  }

  /** Records every fact that differs from what this process recorded last. */
  public synchronized void record() {
    TrustStatus status = trust.status();
    put(Setting.REGISTRY_URL, registry.url().toString());
    put(Setting.TRUST_ORIGIN, status.current().origin());
    put(Setting.TRUST_DIGEST, status.current().digest());
    put(Setting.TRUST_LOADED_AT, status.current().loadedAt().toString());
    put(Setting.TRUST_REFRESHED_AT, status.confirmedAt().toString());
    put(Setting.TRUST_PROBLEM, status.problem());
    put(Setting.CRYPTO_PROVIDER, CryptoProvider.name());
    put(Setting.GENERATED, config.generated() ? "true" : null);
  }

  private void put(Setting setting, @Nullable String value) {
    Optional<String> fact = Optional.ofNullable(value);
    if (!fact.equals(recorded.get(setting))) {
      writer.storeSetting(setting, value, clock.instant());
      recorded.put(setting, fact);
    }
  }
}
