package dev.whence.bench;

import dev.whence.demo.AnswerFaults;
import dev.whence.demo.DemoServing;
import dev.whence.demo.Edition;
import dev.whence.testing.CatalogDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What crawlers are tried on: a registry, and a database that is empty at first. */
final class TrialGround implements AutoCloseable {

  private static final int CONCURRENCY = 16;
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final String SEED = "whence";
  private static final double PROVENANCE = 17;

  /** Nothing that is due within an hour, nothing under way, the whole feed read. */
  private static final String UNDONE =
      """
      SELECT (SELECT count(*) FROM package_crawl WHERE last_attempt_at IS NULL OR changed)
        + (SELECT count(*) FROM package
          WHERE downloads_due_at IS NULL OR downloads_due_at <= now())
        + (SELECT count(*) FROM scheduled_tasks
          WHERE task_name LIKE '%%crawl'
            AND (picked OR execution_time < now() + interval '1 hour'))
        + (SELECT %d - coalesce(max(sequence), 0) FROM changes_feed)
      """;

  private final Path home;
  private final Path work;
  private final BenchPostgres postgres;
  private final String database;
  private final TrialRegistry registry;
  private final Map<String, String> settings = new HashMap<>();

  /**
   * Opens one with a generated registry where nothing happens.
   *
   * @param name of the new database, and of the files that belong to it
   */
  TrialGround(Trials trials, BenchPostgres postgres, String name, int packages, AnswerFaults faults)
      throws IOException, SQLException {
    this(
        trials,
        postgres,
        name,
        TrialRegistry.generated(
            edition(packages, NOW), DemoServing.QUIETLY.failing(faults), trials.work(), name));
  }

  /** Opens one with any registry, whose files have this name, too. */
  TrialGround(Trials trials, BenchPostgres postgres, String name, TrialRegistry registry)
      throws IOException, SQLException {
    this.home = trials.home();
    this.work = trials.work();
    this.postgres = postgres;
    this.database = name;
    this.registry = registry;
    postgres.create(name);
    Files.deleteIfExists(programLog());
    settings.put("WHENCE_DATABASE_URL", "postgresql://127.0.0.1:" + postgres.port() + "/" + name);
    settings.put("WHENCE_DATABASE_USER", "postgres");
    settings.put("WHENCE_DATABASE_PASSWORD", "postgres");
    settings.put("WHENCE_REGISTRY_REQUESTS_PER_SECOND", "1000000");
    settings.put("WHENCE_REGISTRY_CONCURRENCY", "" + CONCURRENCY);
    settings.put("WHENCE_CRAWL_RETRY", "2s");
    settings.put("WHENCE_CRAWL_DOWNLOADS_EVERY", "1s");
  }

  /** A registry like npm whose histories end at that time. */
  static Edition edition(int packages, Instant now) {
    return new Edition(SEED, packages, PROVENANCE, now);
  }

  /** Overrides what the crawlers of this ground are told. */
  TrialGround with(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  /** Starts a crawler that finds all packages by the changes feed. */
  Program followFeed() {
    Map<String, String> all = new HashMap<>(settings);
    all.put("WHENCE_CRAWL_CHANGES", "ALL");
    all.putIfAbsent("WHENCE_CRAWL_CHANGES_EVERY", "2s");
    return start(all, "--packages", "brinekit");
  }

  /** Starts a crawler with all packages on its list. */
  Program crawlList(String... more) throws IOException {
    Path list = file("packages.txt");
    Files.write(list, registry.names());
    List<String> options = new ArrayList<>(List.of("--packages", list.toString()));
    options.addAll(Arrays.asList(more));
    return start(settings, options.toArray(String[]::new));
  }

  private Program start(Map<String, String> with, String... more) {
    List<String> options = new ArrayList<>(List.of("--registry", registry.url().toString()));
    options.addAll(List.of("--trusted-root", registry.trustedRoot().toString()));
    options.addAll(List.of("--npm-keys", registry.npmKeys().toString()));
    options.addAll(Arrays.asList(more));
    return Program.start(home, with, options, programLog());
  }

  private Path programLog() {
    return file("crawlers.log");
  }

  private Path file(String name) {
    return work.resolve(database + "-" + name);
  }

  int packages() {
    return registry.names().size();
  }

  /** How many packages were crawled; zero before the tables are there. */
  long crawled() {
    return Math.round(
        number(
            "SELECT count(last_attempt_at) FROM package_crawl WHERE last_attempt_at IS NOT NULL"));
  }

  /** Whether a crawl of the feed has nothing left to do, however often things were tried. */
  boolean isFeedDone() {
    return crawled() >= packages() && number(UNDONE.formatted(registry.lastSequence())) == 0;
  }

  boolean isListDone() {
    return crawled() >= packages() && number(UNDONE.formatted(0)) == 0;
  }

  /** Whether the feed is read up to there, and what it told is about to be crawled. */
  boolean isFeedRead(long sequence) {
    double unread =
        number(
            """
            SELECT (SELECT count(*) FROM package_crawl WHERE changed)
              + (SELECT %d - coalesce(max(sequence), 0) FROM changes_feed)
            """
                .formatted(sequence));
    return unread <= 0;
  }

  double number(String query) {
    return postgres.number(database, query).orElse(0.0);
  }

  int execute(String statement) {
    return postgres.execute(database, statement);
  }

  CatalogDigest digest() {
    return CatalogDigest.of(postgres.database(database));
  }

  /** All requests to a generated registry until now. */
  List<Request> requests() throws IOException {
    // The log is flushed ten times a second.
    Program.pause(500);
    return Request.read(TrialRegistry.accessLog(work, database));
  }

  @Override
  public void close() throws IOException {
    registry.running().close();
  }
}
