package dev.whence.bench;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.whence.demo.AnswerFaults;
import dev.whence.testing.CatalogDigest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * One, two and three crawlers on one Postgres: each packument is asked for once in each round,
 * whatever their number, and one that is killed leaves its work to the others.
 */
final class ProcessTrial {

  private static final int PACKAGES = 6_000;
  private static final int MOST_PROCESSES = 3;

  /** What one process may have under way, twice: what it crawls and what it has taken next. */
  private static final int MOST_TAKEN = 16;

  /** At first virtual machines interpret and compile, each for itself; the second half counts … */
  private static final double WARM_AFTER = 0.5;

  /** … without what they still compile, so their compiler's threads have to stay. */
  private static final String COMPILERS_STAY = "-XX:-UseDynamicNumberOfCompilerThreads";

  /** More processes than cores share caches and switch; this much is no cost of our own. */
  private static final double SAME = 1.3;

  private static final double MILLIS = 1_000;

  private final Trials trials;
  private final BenchPostgres postgres;
  private final int packages;
  private final Random random;

  ProcessTrial(Trials trials, BenchPostgres postgres) {
    this.trials = trials;
    this.postgres = postgres;
    this.packages = trials.packages(PACKAGES);
    this.random = new Random(trials.seed());
  }

  void run() throws IOException, SQLException {
    List<Run> runs = new ArrayList<>();
    for (int processes = 1; processes <= MOST_PROCESSES; processes++) {
      runs.add(share(processes));
      requireSame(runs.getLast().digest(), runs.getFirst());
    }
    for (int processes = 2; processes <= MOST_PROCESSES; processes++) {
      requireSame(killOne(processes), runs.getFirst());
    }
    runs.forEach(shared -> requireSameCost(shared, runs.getFirst()));
  }

  private static void requireSame(CatalogDigest digest, Run alone) {
    TrialFailure.unlessSame(digest.differencesFrom(alone.digest()));
  }

  private static void requireSameCost(Run shared, Run alone) {
    TrialFailure.unless(
        shared.cost() <= alone.cost() * SAME,
        "several processes use %.1f ms of processor a package, one %.1f",
        shared.cost(),
        alone.cost());
  }

  /**
   * One crawl.
   *
   * @param cost milliseconds of processor time a package, once the virtual machines are warm, and
   *     without their compilers
   */
  private record Run(CatalogDigest digest, double cost) {}

  private TrialGround ground(String name) throws IOException, SQLException {
    return new TrialGround(trials, postgres, name, packages, AnswerFaults.none())
        .with("WHENCE_JAVA_OPTS", COMPILERS_STAY);
  }

  private static List<Program> start(TrialGround ground, int processes) throws IOException {
    List<Program> programs = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      programs.add(ground.crawlList());
    }
    return programs;
  }

  private Run share(int processes) throws IOException, SQLException {
    try (TrialGround ground = ground("processes_" + processes)) {
      List<Program> programs = start(ground, processes);
      try {
        double cost = cost(ground, programs);
        Program.await(programs, ground::isListDone);
        requireOnce(ground.requests(), "first", processes);
        CatalogDigest digest = ground.digest();
        goRoundAgain(ground, programs);
        TrialFailure.unlessSame(ground.digest().differencesFrom(digest));
        return new Run(digest, cost);
      } finally {
        programs.forEach(Program::close);
      }
    }
  }

  private double cost(TrialGround ground, List<Program> programs) {
    Program.await(programs, () -> ground.crawled() >= packages * WARM_AFTER);
    long crawledBefore = ground.crawled();
    double crawlersBefore = sum(programs, ProcessTrial::cpuSeconds);
    double compilersBefore = sum(programs, Program::compilerSeconds);
    double postgresBefore = postgres.cpuSeconds();
    long begin = System.nanoTime();
    Program.await(programs, () -> ground.crawled() >= packages);
    long crawled = ground.crawled() - crawledBefore;
    double seconds = (System.nanoTime() - begin) / 1e9;
    double compilers =
        (sum(programs, Program::compilerSeconds) - compilersBefore) * MILLIS / crawled;
    double crawlers =
        (sum(programs, ProcessTrial::cpuSeconds) - crawlersBefore) * MILLIS / crawled - compilers;
    double database = (postgres.cpuSeconds() - postgresBefore) * MILLIS / crawled;
    Trials.say(
        "processes: %d: %.1f + %.1f ms of processor a package (crawlers + Postgres) and %.1f compiling,"
            + " %.0f packages/s; crawlers from their start on %.1f",
        programs.size(),
        crawlers,
        database,
        compilers,
        crawled / seconds,
        sum(programs, ProcessTrial::cpuSeconds) * MILLIS / packages);
    return crawlers + database;
  }

  private static double cpuSeconds(Program program) {
    return program.usage().cpuSeconds();
  }

  private static double sum(List<Program> programs, ToDoubleFunction<Program> what) {
    return programs.stream().mapToDouble(what).sum();
  }

  private void requireOnce(List<Request> requests, String round, int processes) {
    Multiset<String> asked = packuments(requests);
    List<String> more =
        asked.entrySet().stream()
            .filter(entry -> entry.getCount() > 1)
            .map(Multiset.Entry::toString)
            .toList();
    TrialFailure.unless(more.isEmpty(), "asked more than once in the %s round: %s", round, more);
    TrialFailure.unless(
        asked.size() == packages, "%d of %d packages were asked for", asked.size(), packages);
    Trials.say(
        "processes: %d: each of %d packuments asked for once in the %s round",
        processes, packages, round);
  }

  private static Multiset<String> packuments(List<Request> requests) {
    Multiset<String> asked = HashMultiset.create();
    requests.stream().filter(Request::isPackument).map(Request::path).forEach(asked::add);
    return asked;
  }

  /** Makes every package due. */
  private void goRoundAgain(TrialGround ground, List<Program> programs) throws IOException {
    int before = ground.requests().size();
    int due =
        ground.execute(
            "UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'crawl'");
    TrialFailure.unless(due == packages, "%d of %d packages have a next crawl", due, packages);
    Program.await(programs, ground::isListDone);
    List<Request> requests = ground.requests();
    requireOnce(requests.subList(before, requests.size()), "second", programs.size());
  }

  private CatalogDigest killOne(int processes) throws IOException, SQLException {
    try (TrialGround ground = ground("one_of_" + processes + "_killed")) {
      List<Program> programs = start(ground, processes);
      try {
        long moment = Math.round(packages * random.nextDouble(0.2, 0.7));
        Program.await(programs, () -> ground.crawled() >= moment);
        Program victim = programs.removeLast();
        double share = share(ground);
        victim.kill();
        long crawled = ground.crawled();
        TrialFailure.unless(crawled < packages, "nothing was left to do");
        Program.await(programs, ground::isListDone);
        Multiset<String> asked = packuments(ground.requests());
        int twice = asked.size() - asked.entrySet().size();
        TrialFailure.unless(twice <= MOST_TAKEN, "%d packuments were asked for again", twice);
        Trials.say(
            "processes: one of %d killed when %d of %d were crawled: it held %.0f, %d were asked for"
                + " again",
            processes, crawled, packages, share, twice);
        return ground.digest();
      } finally {
        programs.forEach(Program::close);
      }
    }
  }

  private static double share(TrialGround ground) {
    return ground.number("SELECT count(*) FROM scheduled_tasks WHERE picked");
  }
}
