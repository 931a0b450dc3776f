package dev.whence.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.demo.AccessLog;
import dev.whence.demo.AnswerFaults;
import dev.whence.demo.Edition;
import dev.whence.demo.GeneratedRegistry;
import dev.whence.demo.Serving;
import dev.whence.provenance.PackageName;
import dev.whence.testing.CatalogDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What crawlers are tried on: a generated registry with an access log, and an empty database. */
final class TrialGround implements AutoCloseable {

  private static final int CONCURRENCY = 16;
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

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
  private final AccessLog log;
  private final Path logFile;
  private final GeneratedRegistry registry;
  private final long lastSequence;
  private final Map<String, String> settings = new HashMap<>();

  /**
   * Opens one.
   *
   * @param name of the new database, and of the files that belong to it
   */
  TrialGround(Trials trials, BenchPostgres postgres, String name, int packages, AnswerFaults faults)
      throws IOException, SQLException {
    this.home = trials.home();
    this.work = Files.createDirectories(trials.work());
    this.postgres = postgres;
    this.database = name;
    postgres.create(name);
    this.logFile = file("access.log");
    Files.deleteIfExists(logFile);
    Files.deleteIfExists(programLog());
    this.log = AccessLog.open(logFile, Clock.systemUTC());
    this.registry =
        GeneratedRegistry.start(
            new Edition("whence", packages, 17, NOW),
            work.resolve("registry-" + packages),
            Serving.QUIETLY.failing(faults).logging(log));
    this.lastSequence = lastSequence();
    Files.write(file("trusted_root.json"), registry.trustedRoot());
    Files.write(file("keys.json"), registry.npmKeys());
    settings.put("WHENCE_DATABASE_URL", "postgresql://127.0.0.1:" + postgres.port() + "/" + name);
    settings.put("WHENCE_DATABASE_USER", "postgres");
    settings.put("WHENCE_DATABASE_PASSWORD", "postgres");
    settings.put("WHENCE_REGISTRY_REQUESTS_PER_SECOND", "1000000");
    settings.put("WHENCE_REGISTRY_CONCURRENCY", "" + CONCURRENCY);
    settings.put("WHENCE_CRAWL_RETRY", "2s");
    settings.put("WHENCE_CRAWL_DOWNLOADS_EVERY", "1s");
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
    all.put("WHENCE_CRAWL_CHANGES_EVERY", "2s");
    return start(all, "--packages", "brinekit");
  }

  /** Starts a crawler with all packages on its list. */
  Program crawlList(String... more) throws IOException {
    Path list = file("packages.txt");
    Files.write(list, registry.names().stream().map(PackageName::value).toList());
    List<String> options = new ArrayList<>(List.of("--packages", list.toString()));
    options.addAll(Arrays.asList(more));
    return start(settings, options.toArray(String[]::new));
  }

  private Program start(Map<String, String> with, String... more) {
    List<String> options = new ArrayList<>(List.of("--registry", registry.url().toString()));
    options.addAll(List.of("--trusted-root", file("trusted_root.json").toString()));
    options.addAll(List.of("--npm-keys", file("keys.json").toString()));
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
    return crawled() >= packages() && number(UNDONE.formatted(lastSequence)) == 0;
  }

  boolean isListDone() {
    return crawled() >= packages() && number(UNDONE.formatted(0)) == 0;
  }

  double number(String query) {
    return postgres.number(database, query).orElse(0.0);
  }

  int execute(String statement) {
    return postgres.execute(database, statement);
  }

  private long lastSequence() throws IOException {
    return new ObjectMapper()
        .readTree(registry.url().resolve("/registry/").toURL())
        .path("update_seq")
        .asLong();
  }

  CatalogDigest digest() {
    return CatalogDigest.of(postgres.database(database));
  }

  /** All requests until now, but those for the registry's state, which are our own. */
  List<Request> requests() throws IOException {
    // The log is flushed ten times a second.
    Program.pause(500);
    return Request.read(logFile).stream()
        .filter(request -> !request.path().equals("/registry/"))
        .toList();
  }

  @Override
  public void close() throws IOException {
    registry.close();
    log.close();
  }
}
