package dev.whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Crawls one generated registry with Whence and with npm's own libraries, fetches the same bytes
 * and throws them away, and prints what each took. Arguments: a folder to work in, the home of the
 * project, the contenders, how many packages, and how large the catalogs are to which they are
 * added after that, the last three separated by commas.
 */
public final class CrawlBench {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int CONCURRENCY = 16;
  private static final String NAME = "bench";
  private static final String CRAWLED = "crawled";

  /** Stops at the first; counting them all at each look would be a part of what is measured. */
  private static final String TO_BE_CRAWLED =
      """
      SELECT count(*)
      FROM (SELECT FROM package_crawl WHERE status = 'PENDING' LIMIT 1) AS one
      """;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final Path work;
  private final Path home;
  private final BenchPostgres postgres;

  private CrawlBench(Path work, Path home, BenchPostgres postgres) {
    this.work = work;
    this.home = home;
    this.postgres = postgres;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> contenders = Splitter.on(',').splitToList(arguments[2]);
    try (BenchPostgres postgres = new BenchPostgres()) {
      CrawlBench bench = new CrawlBench(Path.of(arguments[0]), Path.of(arguments[1]), postgres);
      List<CrawlRun> runs = new ArrayList<>();
      for (int packages : numbers(arguments[3])) {
        runs.addAll(bench.compare(packages, contenders, numbers(arguments[4])));
      }
      System.out.println(CrawlRun.heading());
      runs.forEach(run -> System.out.println(run.line()));
      CrawlRatios.print(runs);
    }
  }

  private static List<Integer> numbers(String list) {
    return Splitter.on(',').omitEmptyStrings().splitToStream(list).map(Integer::valueOf).toList();
  }

  private List<CrawlRun> compare(int packages, List<String> contenders, List<Integer> grown)
      throws Exception {
    Path folder = work.resolve("registry-" + packages);
    URI url = URI.create("http://127.0.0.1:" + freePort());
    Process registry =
        start(
            Map.of(),
            "registry-" + packages,
            List.of(
                "./whence",
                "registry",
                "--packages",
                "" + packages,
                "--data",
                "" + folder,
                "--port",
                "" + url.getPort()));
    try {
      await(registry, () -> log("registry-" + packages).contains("Crawl it:"));
      List<CrawlRun> runs = new ArrayList<>();
      for (String contender : contenders) {
        System.err.printf("bench: %s, %d packages%n", contender, packages);
        postgres.create(NAME);
        switch (contender) {
          case "whence" -> {
            runs.addAll(whence(url, folder, packages, true));
            postgres.copy(NAME, CRAWLED);
            for (int catalog : grown) {
              grow(packages, catalog);
              runs.addAll(whence(url, folder, catalog, false));
            }
          }
          case "npm" -> runs.add(npm(url, folder, packages));
          case "floor" -> runs.add(floor(url, packages));
          default -> throw new IllegalArgumentException(contender);
        }
      }
      return runs;
    } finally {
      end(registry);
    }
  }

  /** Makes the catalog larger into which the same packages are crawled next. */
  private void grow(int packages, int catalog) throws SQLException {
    System.err.printf("bench: growing the catalog to %d packages%n", catalog);
    postgres.copy(CRAWLED, NAME);
    try (Connection connection = postgres.connection(NAME)) {
      GrownCatalog.grow(connection, catalog / packages);
    }
  }

  /** First crawls, and where asked each package once more, of which none has changed. */
  private List<CrawlRun> whence(URI url, Path folder, int catalog, boolean again) throws Exception {
    Map<String, String> settings =
        Map.of(
            "WHENCE_DATABASE_URL", "postgresql://127.0.0.1:" + postgres.port() + "/" + NAME,
            "WHENCE_DATABASE_USER", "postgres",
            "WHENCE_DATABASE_PASSWORD", "postgres",
            "WHENCE_CRAWL_CHANGES", "ALL",
            "WHENCE_CRAWL_CONCURRENCY", "" + CONCURRENCY,
            "WHENCE_REGISTRY_CONCURRENCY", "" + CONCURRENCY,
            "WHENCE_REGISTRY_REQUESTS_PER_SECOND", "1000000");
    List<String> command =
        List.of(
            "./whence",
            "crawl",
            "--registry",
            "" + url,
            "--port",
            "" + freePort(),
            "--trusted-root",
            "" + folder.resolve("trusted_root.json"),
            "--npm-keys",
            "" + folder.resolve("keys.json"),
            "--packages",
            "brinekit");
    Instant begin = Instant.now();
    Process process = start(settings, "whence-" + catalog, command);
    try {
      await(process, () -> countSince(begin, "package_crawl WHERE last_attempt_at") > 1);
      List<CrawlRun> runs = new ArrayList<>();
      long last = lastSequence(url);
      runs.add(
          measured(
              "whence",
              catalog,
              begin,
              process,
              () ->
                  count("SELECT sequence FROM changes_feed") >= last && count(TO_BE_CRAWLED) == 0));
      if (again) {
        Instant round = Instant.now();
        postgres.execute(
            NAME, "UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'crawl'");
        runs.add(
            measured(
                "again",
                catalog,
                round,
                process,
                () -> countSince(round, "package_crawl WHERE last_attempt_at") >= catalog));
      }
      return runs;
    } finally {
      end(process);
    }
  }

  private CrawlRun measured(
      String what, int catalog, Instant begin, Process process, BooleanSupplier done)
      throws Exception {
    Usage before = Usage.of(process.toHandle());
    double databaseBefore = postgres.cpuSeconds();
    await(process, done);
    Usage used = Usage.of(process.toHandle()).since(before);
    double databaseCpu = postgres.cpuSeconds() - databaseBefore;
    return told(
        new CrawlRun(
            what,
            catalog,
            countSince(begin, "package_crawl WHERE last_attempt_at"),
            countSince(begin, "version WHERE added_at"),
            countSince(begin, "verification WHERE outcome = 'VERIFIED' AND verified_at"),
            seconds(begin),
            used,
            databaseCpu,
            count("SELECT pg_database_size('" + NAME + "')")));
  }

  /** A series takes long; what is known should not wait for its end. */
  private static CrawlRun told(CrawlRun run) {
    System.err.printf("%s%n%s%n", CrawlRun.heading(), run.line());
    return run;
  }

  private double seconds(Instant begin) {
    return postgres
        .number(
            NAME,
            """
            SELECT extract(epoch FROM max(last_attempt_at) - min(last_attempt_at))
            FROM package_crawl WHERE last_attempt_at >= '%s'
            """
                .formatted(begin))
        .orElseThrow();
  }

  private long count(String query) {
    return Math.round(postgres.number(NAME, query).orElse(-1.0));
  }

  /** How many rows of a table are of this run. */
  private long countSince(Instant begin, String rows) {
    return count("SELECT count(*) FROM " + rows + " >= '" + begin + "'");
  }

  private CrawlRun npm(URI url, Path folder, int packages) throws Exception {
    Map<String, String> settings =
        Map.of(
            "PGHOST",
            "127.0.0.1",
            "PGPORT",
            "" + postgres.port(),
            "PGUSER",
            "postgres",
            "PGPASSWORD",
            "postgres",
            "PGDATABASE",
            NAME);
    double databaseBefore = postgres.cpuSeconds();
    JsonNode said =
        node(
            settings,
            "npm-" + packages,
            "crawl.mjs",
            url,
            folder.toString(),
            "" + CONCURRENCY,
            requests(packages).toString());
    return new CrawlRun(
        "npm",
        packages,
        said.path("packages").asLong(),
        said.path("versions").asLong(),
        said.path("verified").asLong(),
        said.path("seconds").asDouble(),
        used(said),
        postgres.cpuSeconds() - databaseBefore,
        count("SELECT pg_database_size('" + NAME + "')"));
  }

  private CrawlRun floor(URI url, int packages) throws Exception {
    JsonNode said =
        node(
            Map.of(),
            "floor-" + packages,
            "fetch.mjs",
            url,
            requests(packages).toString(),
            "" + CONCURRENCY);
    return new CrawlRun(
        "floor", packages, packages, 0, 0, said.path("seconds").asDouble(), used(said), 0, 0);
  }

  private Path requests(int packages) {
    return work.resolve("requests-" + packages + ".txt");
  }

  private static Usage used(JsonNode said) {
    return new Usage(said.path("cpuSeconds").asDouble(), said.path("peakMegabytes").asDouble());
  }

  private JsonNode node(
      Map<String, String> settings, String log, String script, URI url, String... rest)
      throws Exception {
    List<String> command =
        new ArrayList<>(List.of("node", "bench/peers/" + script, url.toString()));
    command.addAll(Arrays.asList(rest));
    Process process = start(settings, log, command);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(script + " failed: " + log(log));
    }
    String said = log(log);
    return MAPPER.readTree(said.substring(said.lastIndexOf("\n{") + 1));
  }

  private static long lastSequence(URI url) throws IOException {
    return MAPPER.readTree(url.resolve("/registry/").toURL()).path("update_seq").asLong();
  }

  private Process start(Map<String, String> settings, String log, List<String> command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve(log + ".log").toFile());
    builder.environment().putAll(settings);
    return builder.start();
  }

  private String log(String name) {
    try {
      return Files.readString(work.resolve(name + ".log"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static void await(Process process, BooleanSupplier condition) throws Exception {
    while (!condition.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("a process ended early; its log tells why");
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
