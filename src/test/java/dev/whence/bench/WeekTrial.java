package dev.whence.bench;

import com.google.common.math.Quantiles;
import dev.whence.catalog.RefreshTier;
import dev.whence.crawl.CrawlConfig;
import dev.whence.demo.DemoServing;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A week of a registry that is a part of npm, replayed faster: its packages publish at npm's rate,
 * every interval and goal of the crawler is shorter by the same factor, and the goals are kept.
 */
final class WeekTrial {

  private static final String NAME = "week";
  private static final int PACKAGES = 40_000;
  private static final Duration WEEK = Duration.ofDays(7);

  /** Live packages of npm, and what is published there in a day (October 2025). */
  private static final double NPM_PACKAGES = 4_000_000;

  private static final double NPM_PUBLISHES = 40_000;

  /** The scheduler's own beat is not faster in a replay. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private static final int COUNT_SECONDS = 2;
  private static final long LATE_MILLIS = 2_000;

  /** So much too early a request may seem to be one that followed a change. */
  private static final long LOOK_MILLIS = 50;

  private static final int LOOKS = 40;

  /** Resident, with a packument of 20 MB among them. */
  private static final double MOST_MEGABYTES = 700;

  /** Of a tier's packages, at each moment. */
  private static final double LEAST_FRESH = 0.99;

  private static final double SECOND = 1e6;
  private static final double HOUR = 3_600;
  private static final double DAY = 86_400;
  private static final double PERCENT = 100;

  private final Trials trials;
  private final BenchPostgres postgres;
  private final int packages;
  private final double faster;
  private final double publishes;
  private final CrawlConfig usual =
      new SmallRyeConfigBuilder()
          .addDiscoveredConverters()
          .withMapping(CrawlConfig.class)
          .build()
          .getConfigMapping(CrawlConfig.class);
  private final Map<RefreshTier, List<Double>> fresh = new EnumMap<>(RefreshTier.class);

  WeekTrial(Trials trials, BenchPostgres postgres) {
    this.trials = trials;
    this.postgres = postgres;
    this.packages = trials.packages(PACKAGES);
    this.faster = trials.faster();
    this.publishes = NPM_PUBLISHES * packages / NPM_PACKAGES;
  }

  void run() throws IOException, SQLException {
    Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
    Duration between = Duration.ofMillis(Math.round(DAY * 1_000 / publishes / faster));
    TrialRegistry registry =
        TrialRegistry.generated(
            TrialGround.edition(packages, today),
            DemoServing.QUIETLY.publishing(between),
            trials.work(),
            NAME);
    try (TrialGround ground = new TrialGround(trials, postgres, NAME, registry)) {
      prepare(ground);
      try (Program crawler = ground.followFeed()) {
        crawler.await(() -> ground.crawled() >= packages && late(ground) == 0);
        Trials.say("week: %d packages crawled, nothing is late", ground.crawled());
        FeedWatch feed = new FeedWatch(registry);
        try (Connection connection = postgres.connection(NAME)) {
          pass(ground, connection, crawler, feed);
        }
        crawler.await(() -> ground.isFeedRead(feed.sequence()));
        Program.pause(LATE_MILLIS);
        crawler.await(() -> late(ground) == 0);
        requireFresh();
        requireSoon(ground.requests(), feed.told());
      }
    }
  }

  private void prepare(TrialGround ground) {
    ground
        .with("WHENCE_CRAWL_GOAL_HOT", shorter(usual.goalHot()))
        .with("WHENCE_CRAWL_GOAL_WARM", shorter(usual.goalWarm()))
        .with("WHENCE_CRAWL_GOAL_COOL", shorter(usual.goalCool()))
        .with("WHENCE_CRAWL_GOAL_COLD", shorter(usual.goalCold()))
        .with("WHENCE_CRAWL_RARE_INTERVAL", shorter(usual.rareInterval()))
        .with("WHENCE_CRAWL_YOUNG_FOR", shorter(usual.youngFor()))
        .with("WHENCE_CRAWL_RETRY", shorter(usual.retry()))
        .with("WHENCE_CRAWL_CHANGES_EVERY", shorter(usual.changesEvery()))
        .with("WHENCE_CRAWL_DOWNLOADS_INTERVAL", shorter(usual.downloadsInterval()))
        .with("WHENCE_CRAWL_COUNT_EVERY", COUNT_SECONDS + "s");
  }

  private String shorter(Duration duration) {
    Duration scaled = Duration.ofMillis(Math.round(duration.toMillis() / faster));
    return (scaled.compareTo(SHORTEST) < 0 ? SHORTEST : scaled).toString();
  }

  private static double late(TrialGround ground) {
    return ground.number(
        """
        SELECT count(*) FROM scheduled_tasks
        WHERE task_name = 'crawl' AND NOT picked
          AND execution_time < now() - interval '%d milliseconds'
        """
            .formatted(LATE_MILLIS));
  }

  /** Lets the week pass, and prints what it took. */
  private void pass(TrialGround ground, Connection connection, Program crawler, FeedWatch feed)
      throws IOException {
    int requestsBefore = ground.requests().size();
    double crawlerBefore = crawler.usage().cpuSeconds();
    double postgresBefore = postgres.cpuSeconds();
    long begin = System.nanoTime();
    double length = WEEK.toSeconds() / faster;
    crawler.await(
        () -> {
          sample(connection);
          for (int i = 0; i < LOOKS; i++) {
            feed.look();
            Program.pause(LOOK_MILLIS);
          }
          return (System.nanoTime() - begin) / 1e9 >= length;
        });
    double seconds = (System.nanoTime() - begin) / 1e9;
    double peak = crawler.usage().peakMegabytes();
    double crawlerCpu = crawler.usage().cpuSeconds() - crawlerBefore;
    double postgresCpu = postgres.cpuSeconds() - postgresBefore;
    List<Request> requests = ground.requests();
    long looks =
        requests.subList(requestsBefore, requests.size()).stream()
            .filter(Request::isPackument)
            .count();
    Trials.say(
        "week: %d packages for a week in %.0f s, %.0f times as fast: %d changes told by the feed, %d"
            + " publications a day as planned; %d packuments asked for (%.0f/s)",
        packages,
        seconds,
        faster,
        feed.told().size(),
        Math.round(publishes),
        looks,
        looks / seconds);
    Trials.say(
        "week: %.0f + %.0f s of processor (crawler + Postgres), %.2f ms a packument; at most %.0f MB",
        crawlerCpu, postgresCpu, (crawlerCpu + postgresCpu) * 1_000 / looks, peak);
    TrialFailure.unless(peak <= MOST_MEGABYTES, "the crawler took %.0f MB", peak);
  }

  /** Over one connection, as each new one takes Postgres as long as two crawls. */
  private void sample(Connection connection) {
    try (ResultSet rows =
        connection
            .createStatement()
            .executeQuery(
                "SELECT tier, fresh::float8 / packages FROM freshness WHERE packages > 0")) {
      while (rows.next()) {
        RefreshTier tier = RefreshTier.valueOf(rows.getString(1));
        fresh.computeIfAbsent(tier, _ -> new ArrayList<>()).add(rows.getDouble(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void requireFresh() {
    TrialFailure.unless(fresh.containsKey(RefreshTier.HOT), "no package is hot");
    fresh.forEach(
        (tier, shares) -> {
          double least = shares.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
          double mean = shares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
          Trials.say(
              "week: %s packages: %.2f %% looked at within their goal on average, %.2f %% at least",
              tier.toString().toLowerCase(Locale.ROOT), mean * PERCENT, least * PERCENT);
          TrialFailure.unless(least >= LEAST_FRESH, "the %s packages grew old", tier);
        });
  }

  /** Each change is asked for within the goal of the hottest tier, whatever the package's own. */
  private void requireSoon(List<Request> requests, List<FeedWatch.Told> told) {
    Map<String, NavigableSet<Long>> asked = new HashMap<>();
    for (Request request : requests) {
      if (request.isPackument()) {
        asked.computeIfAbsent(name(request.path()), _ -> new TreeSet<>()).add(request.begin());
      }
    }
    List<Double> hours =
        told.stream().map(change -> seconds(asked, change) * faster / HOUR).toList();
    TrialFailure.unless(!hours.isEmpty(), "nothing happened");
    double most = Quantiles.percentiles().index(100).compute(hours);
    Trials.say(
        "week: changes asked for after %.1f hours (half of them), %.1f (99 in 100), %.1f (all)",
        Quantiles.median().compute(hours), Quantiles.percentiles().index(99).compute(hours), most);
    TrialFailure.unless(
        most <= usual.goalHot().toSeconds() / HOUR, "a change waited for %.1f hours", most);
  }

  private static double seconds(Map<String, NavigableSet<Long>> asked, FeedWatch.Told change) {
    Long first = asked.getOrDefault(change.name(), new TreeSet<>()).ceiling(change.before());
    TrialFailure.unless(first != null, "nobody asked for %s", change.name());
    return first == null ? 0 : (first - change.before()) / SECOND;
  }

  private static String name(String path) {
    return URLDecoder.decode(path.substring(1), StandardCharsets.UTF_8);
  }
}
