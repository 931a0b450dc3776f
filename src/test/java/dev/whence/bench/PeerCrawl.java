package dev.whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The scripts of {@code bench/peers}, which print at their end what they did as JSON.
 *
 * @param url of the registry
 * @param packages how many it has
 */
record PeerCrawl(CrawlGround ground, URI url, int packages) {

  /** With npm's own libraries. Notes what it asks for. */
  CrawlRun npm(Path folder) throws Exception {
    Map<String, String> settings =
        Map.of(
            "PGHOST",
            "127.0.0.1",
            "PGPORT",
            "" + ground.postgres().port(),
            "PGUSER",
            "postgres",
            "PGPASSWORD",
            "postgres",
            "PGDATABASE",
            CrawlGround.NAME);
    double databaseBefore = ground.postgres().cpuSeconds();
    JsonNode said =
        node(
            settings,
            "npm-" + packages,
            "crawl.mjs",
            folder.toString(),
            "" + CrawlGround.CONCURRENCY,
            requests().toString());
    return new CrawlRun(
        "npm",
        packages,
        said.path("packages").asLong(),
        said.path("versions").asLong(),
        said.path("verified").asLong(),
        said.path("seconds").asDouble(),
        used(said),
        ground.postgres().cpuSeconds() - databaseBefore,
        ground.databaseBytes());
  }

  /** Asks for what the other asked for, and throws it away. */
  CrawlRun floor() throws Exception {
    JsonNode said =
        node(
            Map.of(),
            "floor-" + packages,
            "fetch.mjs",
            requests().toString(),
            "" + CrawlGround.CONCURRENCY);
    return new CrawlRun(
        "floor", packages, packages, 0, 0, said.path("seconds").asDouble(), used(said), 0, 0);
  }

  private Path requests() {
    return ground.work().resolve("requests-" + packages + ".txt");
  }

  private static Usage used(JsonNode said) {
    return new Usage(said.path("cpuSeconds").asDouble(), said.path("peakMegabytes").asDouble());
  }

  private JsonNode node(Map<String, String> settings, String log, String script, String... rest)
      throws Exception {
    List<String> command =
        new ArrayList<>(List.of("node", "bench/peers/" + script, url.toString()));
    command.addAll(Arrays.asList(rest));
    Process process = ground.start(settings, log, command);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(script + " failed: " + ground.log(log));
    }
    String said = ground.log(log);
    return new ObjectMapper().readTree(said.substring(said.lastIndexOf("\n{") + 1));
  }
}
