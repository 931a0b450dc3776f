package dev.whence.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Tries with real processes what holds of them: that faults and kills change nothing, that several
 * share the work, that they are polite together, and that a week leaves nothing old. Ends with 1
 * where something does not hold.
 */
@Command(name = "bench/trials")
final class Trials implements Callable<Integer> {

  @Parameters(index = "0", hidden = true)
  private Path work = Path.of("");

  @Parameters(index = "1", hidden = true)
  private Path home = Path.of("");

  @Option(names = "--only", split = ",")
  private List<String> only = List.of("faults", "kills", "processes", "politeness", "week");

  @Option(names = "--packages")
  private @Nullable Integer packages;

  @Option(names = "--seed")
  private long seed = 1;

  @Option(names = "--kills")
  private int kills = 50;

  @Option(names = "--postgres-kills")
  private int postgresKills = 10;

  /** By how much the week is replayed faster: it lasts ten minutes. */
  @Option(names = "--faster")
  private double faster = 1_008;

  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new Trials());
    command.setExecutionExceptionHandler(
        (failure, _, _) -> {
          if (failure instanceof TrialFailure) {
            System.out.println("FAILED: " + failure.getMessage());
          } else {
            failure.printStackTrace();
          }
          return 1;
        });
    System.exit(command.execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    try (BenchPostgres postgres = new BenchPostgres()) {
      for (String name : only) {
        switch (name) {
          case "faults" -> new FaultTrial(this, postgres).run();
          case "kills" -> new KillTrial(this, postgres).run(kills, postgresKills);
          case "processes" -> new ProcessTrial(this, postgres).run();
          case "politeness" -> new PolitenessTrial(this, postgres).run();
          case "week" -> new WeekTrial(this, postgres).run();
          default -> throw new IllegalArgumentException("no such trial: " + name);
        }
      }
    }
    System.out.println("All of it holds.");
    return 0;
  }

  /** Where registries, logs and lists are kept. */
  Path work() throws IOException {
    return Files.createDirectories(work.resolve("trials"));
  }

  Path home() {
    return home;
  }

  long seed() {
    return seed;
  }

  double faster() {
    return faster;
  }

  /** As many as the command line says, or else as the trial wants. */
  int packages(int otherwise) {
    return packages == null ? otherwise : packages;
  }

  /** One line of what was seen. */
  @FormatMethod
  static void say(String line, Object... values) {
    System.out.println(line.formatted(values));
  }
}
