package dev.whence.bench;

import dev.whence.demo.AnswerFaults;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the registry's access log tells of two and three crawlers together. */
final class PolitenessTrial {

  private static final int PACKAGES = 400;
  private static final int MOST_PROCESSES = 3;

  private static final int RATE = 20;
  private static final String REFUSING = "429:0.02";
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** A fifth of a second until the others know, and as much for a machine that is busy. */
  private static final double NEWS_MILLIS = 400;

  /** A request that was on its way when the refusal came; a busy machine is slow here, too. */
  private static final double ON_ITS_WAY_MILLIS = 400;

  private static final int PLACES = 6;
  private static final String SLOW = "slow:0.3";
  private static final Duration LATE = Duration.ofMillis(500);

  /** Threads wake up late now and then, so that requests come close together: in a second … */
  private static final double MOST_IN_A_SECOND = 1.5;

  /** … but hardly in ten. */
  private static final double MOST_IN_TEN = 1.05;

  private static final int TEN = 10;

  /** Who stays far below a bound proves nothing about it. */
  private static final double LEAST = 0.8;

  private final Trials trials;
  private final BenchPostgres postgres;
  private final int packages;

  PolitenessTrial(Trials trials, BenchPostgres postgres) {
    this.trials = trials;
    this.postgres = postgres;
    this.packages = trials.packages(PACKAGES);
  }

  void run() throws IOException, SQLException {
    for (int processes = 2; processes <= MOST_PROCESSES; processes++) {
      keepRateAndPauses(processes);
      keepPlaces(processes);
    }
  }

  private void keepRateAndPauses(int processes) throws IOException, SQLException {
    AnswerFaults faults = AnswerFaults.parse(REFUSING, trials.seed()).waiting(PAUSE, Duration.ZERO);
    try (TrialGround ground = ground("rate_" + processes, faults)) {
      ground.with("WHENCE_REGISTRY_REQUESTS_PER_SECOND", "" + RATE);
      Manners manners = crawl(ground, processes);
      requireRate(processes, manners);
      requirePauses(processes, manners);
    }
  }

  private static void requireRate(int processes, Manners manners) {
    int most = manners.mostWithin(1);
    int mostInTen = manners.mostWithin(TEN);
    Trials.say(
        "politeness: %d processes, %d requests a second allowed: at most %d in one, %d in ten",
        processes, RATE, most, mostInTen);
    TrialFailure.unless(most <= RATE * MOST_IN_A_SECOND, "%d requests in a second", most);
    TrialFailure.unless(
        mostInTen <= RATE * TEN * MOST_IN_TEN, "%d requests in ten seconds", mostInTen);
    TrialFailure.unless(most >= RATE * LEAST, "too slow to prove anything");
  }

  private static void requirePauses(int processes, Manners manners) {
    List<Double> own = manners.lateAfterRefusals(PAUSE, true);
    List<Double> others = manners.lateAfterRefusals(PAUSE, false);
    Trials.say(
        "politeness: %d processes, %d refusals with Retry-After %d: until %.0f ms later the refused"
            + " process still asked (%d requests), until %.0f ms the others (%d requests)",
        processes,
        manners.refusals().size(),
        PAUSE.toSeconds(),
        latest(own),
        own.size(),
        latest(others),
        others.size());
    TrialFailure.unless(manners.refusals().size() >= 3, "too few refusals to prove anything");
    TrialFailure.unless(latest(own) <= ON_ITS_WAY_MILLIS, "the refused process did not pause");
    TrialFailure.unless(latest(others) <= NEWS_MILLIS, "the others did not pause");
  }

  private static double latest(List<Double> late) {
    return late.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private void keepPlaces(int processes) throws IOException, SQLException {
    AnswerFaults faults = AnswerFaults.parse(SLOW, trials.seed()).waiting(Duration.ZERO, LATE);
    try (TrialGround ground = ground("places_" + processes, faults)) {
      ground.with("WHENCE_REGISTRY_CONCURRENCY", "" + PLACES);
      int most = crawl(ground, processes).mostUnderWay();
      Trials.say(
          "politeness: %d processes, %d requests at once allowed: at most %d",
          processes, PLACES, most);
      TrialFailure.unless(most <= PLACES, "%d requests were under way at once", most);
      TrialFailure.unless(most == PLACES, "too few at once to prove anything");
    }
  }

  private TrialGround ground(String name, AnswerFaults faults) throws IOException, SQLException {
    return new TrialGround(trials, postgres, name, packages, faults);
  }

  /** To the end; each process names another contact, so that the log tells them apart. */
  private static Manners crawl(TrialGround ground, int processes) throws IOException {
    List<Program> programs = new ArrayList<>();
    try {
      for (int i = 0; i < processes; i++) {
        programs.add(ground.crawlList("--contact", "crawler " + i));
      }
      Program.await(programs, ground::isListDone);
      Manners manners = new Manners(ground.requests());
      requireAgents(processes, manners);
      return manners;
    } finally {
      programs.forEach(Program::close);
    }
  }

  private static void requireAgents(int processes, Manners manners) {
    TrialFailure.unless(
        manners.agents().size() == processes
            && manners.agents().stream()
                .allMatch(agent -> agent.matches("whence/[0-9]\\S+ \\(crawler [0-2]\\)")),
        "unexpected User-Agents: %s",
        manners.agents());
  }
}
