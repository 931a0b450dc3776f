package dev.whence.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.demo.AnswerFaults;
import dev.whence.testing.CatalogDigest;
import dev.whence.testing.Recording;
import java.io.IOException;
import java.sql.SQLException;

/** Answers that go wrong leave no trace in what is known in the end. */
final class FaultTrial {

  private static final int PACKAGES = 500;
  private static final int SEEDS = 3;
  private static final String FAULTS =
      "429:0.1,500:0.05,reset:0.03,truncate:0.02,slow:0.02,garbage:0.01";

  private final Trials trials;
  private final BenchPostgres postgres;
  private final int packages;

  FaultTrial(Trials trials, BenchPostgres postgres) {
    this.trials = trials;
    this.postgres = postgres;
    this.packages = trials.packages(PACKAGES);
  }

  void run() throws IOException, SQLException {
    if (Recording.isPresent()) {
      compare("recorded", this::recorded);
    } else {
      Trials.say("faults: no recorded registry here");
    }
    compare("generated", this::generated);
  }

  private interface Crawl {

    /** What is known when all is crawled; seed 0 is without faults. */
    CatalogDigest ofSeed(long seed) throws IOException, SQLException;
  }

  private void compare(String registry, Crawl crawl) throws IOException, SQLException {
    CatalogDigest expected = crawl.ofSeed(0);
    for (long seed = trials.seed(); seed < trials.seed() + SEEDS; seed++) {
      CatalogDigest actual = crawl.ofSeed(seed);
      Trials.say("faults: %s registry, seed %d: %s", registry, seed, actual.sha256());
      TrialFailure.unlessSame(actual.differencesFrom(expected));
      TrialFailure.unless(actual.sha256().equals(expected.sha256()), "the digests differ");
    }
  }

  private CatalogDigest recorded(long seed) throws IOException, SQLException {
    String name = "recorded_" + seed;
    TrialRegistry registry =
        TrialRegistry.recorded(
            seed == 0 ? "" : FAULTS, seed, trials.work().resolve(name + "-registry.log"));
    try (TrialGround ground = new TrialGround(trials, postgres, name, registry);
        Program crawler = ground.crawlList()) {
      crawler.await(ground::isListDone);
      requireFaults(
          seed,
          new ObjectMapper()
              .readTree(registry.url().resolve("/-/stats").toURL())
              .path("faults")
              .asLong());
      return ground.digest();
    }
  }

  private CatalogDigest generated(long seed) throws IOException, SQLException {
    AnswerFaults faults = seed == 0 ? AnswerFaults.none() : AnswerFaults.parse(FAULTS, seed);
    try (TrialGround ground =
            new TrialGround(trials, postgres, "faulty_" + seed, packages, faults);
        Program crawler = ground.followFeed()) {
      crawler.await(ground::isFeedDone);
      requireFaults(seed, ground.requests().stream().filter(Request::isRefused).count());
      return ground.digest();
    }
  }

  private static void requireFaults(long seed, long seen) {
    TrialFailure.unless((seed == 0) == (seen == 0), "%d faults with seed %d", seen, seed);
  }
}
