package dev.whence.crawl.process;

import dev.whence.catalog.count.Freshness;
import dev.whence.catalog.count.FreshnessRepository;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Metrics of freshness, from the last count by any process. */
@ApplicationScoped
class FreshnessMetrics {

  private final CrawlStart start;
  private final FreshnessRepository freshness;
  private final MultiGauge packages;
  private final MultiGauge fresh;
  private final MultiGauge goals;

  FreshnessMetrics(CrawlStart start, FreshnessRepository freshness, MeterRegistry meters) {
    this.start = start;
    this.freshness = freshness;
    this.packages = gauge("packages", "Packages of a refresh tier", meters);
    this.fresh = gauge("fresh", "Those that were looked at within its freshness goal", meters);
    this.goals = gauge("goal.seconds", "The freshness goal of a refresh tier", meters);
  }

  private static MultiGauge gauge(String name, String description, MeterRegistry meters) {
    return MultiGauge.builder("whence.crawl.tier." + name)
        .description(description)
        .register(meters);
  }

  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void readWhereCrawling() {
    if (start.isCrawling()) {
      read();
    }
  }

  void read() {
    List<Freshness> tiers = freshness.freshness();
    register(packages, tiers, Freshness::packages);
    register(fresh, tiers, Freshness::fresh);
    register(goals, tiers, tier -> tier.goal().toSeconds());
  }

  private static void register(
      MultiGauge gauge, List<Freshness> tiers, ToDoubleFunction<Freshness> value) {
    gauge.register(
        tiers.stream().map(tier -> Row.of(tags(tier), value.applyAsDouble(tier))).toList(), true);
  }

  private static Tags tags(Freshness tier) {
    return Tags.of("tier", tier.tier().name().toLowerCase(Locale.ROOT));
  }
}
