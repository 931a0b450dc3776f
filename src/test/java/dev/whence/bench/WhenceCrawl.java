package dev.whence.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A crawl by {@code ./whence crawl}, which finds everything by the changes feed.
 *
 * @param url of the registry
 * @param folder where its trust material lies
 */
record WhenceCrawl(CrawlGround ground, URI url, Path folder) {

  /** Stops at the first; counting them all at each look would be a part of what is measured. */
  private static final String TO_BE_CRAWLED =
      """
      SELECT count(*)
      FROM (SELECT FROM package_crawl WHERE status = 'PENDING' LIMIT 1) AS one
      """;

  /** First crawls, and where asked each package once more, of which none has changed. */
  List<CrawlRun> run(int catalog, boolean again) throws Exception {
    Map<String, String> settings =
        Map.of(
            "WHENCE_DATABASE_URL",
                "postgresql://127.0.0.1:" + ground.postgres().port() + "/" + CrawlGround.NAME,
            "WHENCE_DATABASE_USER", "postgres",
            "WHENCE_DATABASE_PASSWORD", "postgres",
            "WHENCE_CRAWL_CHANGES", "ALL",
            "WHENCE_CRAWL_CONCURRENCY", "" + CrawlGround.CONCURRENCY,
            "WHENCE_REGISTRY_CONCURRENCY", "" + CrawlGround.CONCURRENCY,
            "WHENCE_REGISTRY_REQUESTS_PER_SECOND", "1000000");
    List<String> command =
        List.of(
            "./whence",
            "crawl",
            "--registry",
            "" + url,
            "--port",
            "" + Program.freePort(),
            "--management-port",
            "0",
            "--trusted-root",
            "" + folder.resolve("trusted_root.json"),
            "--npm-keys",
            "" + folder.resolve("keys.json"),
            "--packages",
            "brinekit");
    Instant begin = Instant.now();
    Process process = ground.start(settings, "whence-" + catalog, command);
    try {
      CrawlGround.await(
          process, () -> ground.countSince(begin, "package_crawl WHERE last_attempt_at") > 1);
      List<CrawlRun> runs = new ArrayList<>();
      long last = lastSequence();
      runs.add(
          measured(
              "whence",
              catalog,
              begin,
              process,
              () ->
                  ground.count("SELECT sequence FROM changes_feed") >= last
                      && ground.count(TO_BE_CRAWLED) == 0));
      if (again) {
        Instant round = Instant.now();
        ground
            .postgres()
            .execute(
                CrawlGround.NAME,
                "UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'crawl'");
        runs.add(
            measured(
                "again",
                catalog,
                round,
                process,
                () -> ground.countSince(round, "package_crawl WHERE last_attempt_at") >= catalog));
      }
      return runs;
    } finally {
      CrawlGround.end(process);
    }
  }

  private CrawlRun measured(
      String what, int catalog, Instant begin, Process process, BooleanSupplier done)
      throws Exception {
    Usage before = Usage.of(process.toHandle());
    double databaseBefore = ground.postgres().cpuSeconds();
    CrawlGround.await(process, done);
    Usage used = Usage.of(process.toHandle()).since(before);
    double databaseCpu = ground.postgres().cpuSeconds() - databaseBefore;
    return told(
        new CrawlRun(
            what,
            catalog,
            ground.countSince(begin, "package_crawl WHERE last_attempt_at"),
            ground.countSince(begin, "version WHERE added_at"),
            ground.countSince(begin, "verification WHERE outcome = 'VERIFIED' AND verified_at"),
            seconds(begin),
            used,
            databaseCpu,
            ground.databaseBytes()));
  }

  /** A series takes long; what is known should not wait for its end. */
  private static CrawlRun told(CrawlRun run) {
    System.err.printf("%s%n%s%n", CrawlRun.heading(), run.line());
    return run;
  }

  private double seconds(Instant begin) {
    return ground
        .postgres()
        .number(
            CrawlGround.NAME,
            """
            SELECT extract(epoch FROM max(last_attempt_at) - min(last_attempt_at))
            FROM package_crawl WHERE last_attempt_at >= '%s'
            """
                .formatted(begin))
        .orElseThrow();
  }

  private long lastSequence() throws IOException {
    return new ObjectMapper()
        .readTree(url.resolve("/registry/").toURL())
        .path("update_seq")
        .asLong();
  }
}
