package dev.whence.bench;

import java.util.List;
import java.util.Optional;

/** What the runs say beside each other. */
final class CrawlRatios {

  private CrawlRatios() {}

  static void print(List<CrawlRun> runs) {
    System.out.println();
    for (CrawlRun whence : of(runs, "whence")) {
      peer(runs, "npm", whence)
          .ifPresent(
              npm -> {
                line(
                    "Whence : npm's libraries, bundles a second",
                    whence,
                    whence.bundlesPerSecond() / npm.bundlesPerSecond());
                line(
                    "npm's libraries : Whence, processor time a package",
                    whence,
                    npm.cpuPerPackage() / whence.cpuPerPackage());
              });
      peer(runs, "floor", whence)
          .ifPresent(
              floor -> line("Whence : floor, seconds", whence, whence.seconds() / floor.seconds()));
    }
    List<CrawlRun> series = of(runs, "whence");
    for (CrawlRun larger : series.subList(Math.min(1, series.size()), series.size())) {
      line(
          "processor time a package : that of the smallest catalog",
          larger,
          larger.cpuPerPackage() / series.getFirst().cpuPerPackage());
    }
  }

  private static List<CrawlRun> of(List<CrawlRun> runs, String contender) {
    return runs.stream().filter(run -> run.contender().equals(contender)).toList();
  }

  private static Optional<CrawlRun> peer(List<CrawlRun> runs, String contender, CrawlRun run) {
    return of(runs, contender).stream().filter(o -> o.catalog() == run.catalog()).findFirst();
  }

  private static void line(String what, CrawlRun run, double ratio) {
    System.out.printf("%-56s %9d  %6.2f%n", what, run.catalog(), ratio);
  }
}
