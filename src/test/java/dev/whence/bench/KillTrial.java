package dev.whence.bench;

import dev.whence.demo.AnswerFaults;
import dev.whence.testing.CatalogDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;

/**
 * Kills crawlers and their Postgres at random moments of a crawl, as often as asked, in as many
 * crawls as that takes: each must end with the catalog of a crawl that nobody disturbed.
 */
final class KillTrial {

  private static final int PACKAGES = 3_000;

  /** From the first package that a process has crawled to its end. */
  private static final int SHORTEST_LIFE_MILLIS = 500;

  private static final int LONGEST_LIFE_MILLIS = 4_000;

  /** Of a start, which takes some two seconds. */
  private static final int LONGEST_START_MILLIS = 3_000;

  private final Trials trials;
  private final BenchPostgres postgres;
  private final int packages;
  private final Random random;

  KillTrial(Trials trials, BenchPostgres postgres) {
    this.trials = trials;
    this.postgres = postgres;
    this.packages = trials.packages(PACKAGES);
    this.random = new Random(trials.seed());
  }

  void run(int kills, int postgresKills) throws IOException, SQLException {
    CatalogDigest expected = undisturbed();
    int crawls = 0;
    for (int done = 0; done < kills; crawls++) {
      done += killCrawlers("kills_" + crawls, kills - done, expected);
    }
    int disturbed = 0;
    for (int done = 0; done < postgresKills; disturbed++) {
      done += killPostgres("postgres_kills_" + disturbed, postgresKills - done, expected);
    }
    Trials.say(
        "kills: %d of a crawler in %d crawls and %d of Postgres in %d, %d packages: %s each time",
        kills, crawls, postgresKills, disturbed, packages, expected.sha256());
  }

  private TrialGround ground(String name) throws IOException, SQLException {
    return new TrialGround(trials, postgres, name, packages, AnswerFaults.none());
  }

  private CatalogDigest undisturbed() throws IOException, SQLException {
    try (TrialGround ground = ground("undisturbed")) {
      CatalogDigest digest = finish(ground, ground.followFeed());
      TrialFailure.unless(ground.crawled() >= packages, "the crawl found too few packages");
      return digest;
    }
  }

  private static CatalogDigest finish(TrialGround ground, Program crawler) {
    try (crawler) {
      crawler.await(ground::isFeedDone);
    }
    return ground.digest();
  }

  private int killCrawlers(String name, int most, CatalogDigest expected)
      throws IOException, SQLException {
    try (TrialGround ground = ground(name)) {
      killWhileItStarts(ground);
      int kills = 0;
      Program crawler = ground.followFeed();
      while (kills < most && isUnderWay(ground, crawler)) {
        crawler.kill();
        kills++;
        crawler = ground.followFeed();
      }
      compare(name, kills, finish(ground, crawler), expected);
      return kills;
    }
  }

  /** Migrations, lists and the feed are interrupted, too; this one is not counted. */
  private void killWhileItStarts(TrialGround ground) {
    Program crawler = ground.followFeed();
    Program.pause(random.nextInt(LONGEST_START_MILLIS));
    crawler.kill();
  }

  /** Waits for progress and a moment longer; gives whether there is still something to crawl. */
  private boolean isUnderWay(TrialGround ground, Program crawler) {
    long before = ground.crawled();
    crawler.await(() -> ground.crawled() > before || ground.isFeedDone());
    Program.pause(random.nextInt(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS));
    return ground.crawled() < packages;
  }

  private int killPostgres(String name, int most, CatalogDigest expected)
      throws IOException, SQLException {
    Path log = trials.work().resolve(name + "-postgres.log");
    PostgresKill killer = new PostgresKill(postgres, log);
    try (TrialGround ground = ground(name)) {
      int kills = 0;
      int restarts = 0;
      Program crawler = ground.followFeed();
      while (kills < most && isUnderWay(ground, crawler)) {
        killer.killAndRestart(kills % 2 == 0);
        kills++;
        if (!crawler.isAlive()) {
          crawler = ground.followFeed();
          restarts++;
        }
      }
      compare(name, kills, finish(ground, crawler), expected);
      Trials.say("%s: the crawler had to be started again %d times", name, restarts);
      return kills;
    }
  }

  private static void compare(
      String name, int kills, CatalogDigest actual, CatalogDigest expected) {
    Trials.say("%s: %d kills, %s", name, kills, actual.sha256());
    TrialFailure.unless(kills > 0, "the crawl was over before the first kill");
    TrialFailure.unlessSame(actual.differencesFrom(expected));
    TrialFailure.unless(actual.sha256().equals(expected.sha256()), "the digests differ");
  }
}
