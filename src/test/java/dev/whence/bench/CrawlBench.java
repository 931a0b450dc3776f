package dev.whence.bench;

import com.google.common.base.Splitter;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Crawls one generated registry with Whence and with npm's own libraries, fetches the same bytes
 * and throws them away, and prints what each took. Arguments: a folder to work in, the home of the
 * project, the contenders, how many packages, and how large the catalogs are to which they are
 * added after that, the last three separated by commas.
 */
public final class CrawlBench {

  private static final String CRAWLED = "crawled";

  private final CrawlGround ground;

  private CrawlBench(CrawlGround ground) {
    this.ground = ground;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> contenders = Splitter.on(',').splitToList(arguments[2]);
    try (BenchPostgres postgres = new BenchPostgres()) {
      CrawlBench bench =
          new CrawlBench(new CrawlGround(Path.of(arguments[0]), Path.of(arguments[1]), postgres));
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
    Path folder = ground.work().resolve("registry-" + packages);
    URI url = URI.create("http://127.0.0.1:" + Program.freePort());
    Process registry =
        ground.start(
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
      CrawlGround.await(registry, () -> ground.log("registry-" + packages).contains("Crawl it:"));
      WhenceCrawl whence = new WhenceCrawl(ground, url, folder);
      PeerCrawl peer = new PeerCrawl(ground, url, packages);
      List<CrawlRun> runs = new ArrayList<>();
      for (String contender : contenders) {
        System.err.printf("bench: %s, %d packages%n", contender, packages);
        ground.empty();
        switch (contender) {
          case "whence" -> {
            runs.addAll(whence.run(packages, true));
            ground.postgres().copy(CrawlGround.NAME, CRAWLED);
            for (int catalog : grown) {
              grow(packages, catalog);
              runs.addAll(whence.run(catalog, false));
            }
          }
          case "npm" -> runs.add(peer.npm(folder));
          case "floor" -> runs.add(peer.floor());
          default -> throw new IllegalArgumentException(contender);
        }
      }
      return runs;
    } finally {
      CrawlGround.end(registry);
    }
  }

  /** Makes the catalog larger into which the same packages are crawled next. */
  private void grow(int packages, int catalog) throws SQLException {
    System.err.printf("bench: growing the catalog to %d packages%n", catalog);
    ground.postgres().copy(CRAWLED, CrawlGround.NAME);
    try (Connection connection = ground.postgres().connection(CrawlGround.NAME)) {
      GrownCatalog.grow(connection, catalog / packages);
    }
  }
}
