package dev.whence.cli;

import dev.whence.catalog.write.StaleVerdicts.Which;
import dev.whence.crawl.jobs.Reverification;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.Dependent;
import java.io.PrintStream;

/**
 * What the main thread does in a reverification: it verifies all stale verdicts again, and ends.
 */
@Dependent
@Unremovable
public final class ReverifyRun implements QuarkusApplication {

  /** Often enough to show progress, seldom enough to read. */
  private static final long VERDICTS_BETWEEN_LINES = 10_000;

  private final Reverification reverification;
  private long shown;

  ReverifyRun(Reverification reverification) {
    this.reverification = reverification;
  }

  /** Argument: whether verdicts of newer verifiers count, too. Gives the exit code. */
  @Override
  public int run(String... arguments) {
    PrintStream err = System.err;
    Which which = Boolean.parseBoolean(arguments[0]) ? Which.OTHER : Which.OLDER;
    err.printf("whence: %d attestations to verify again%n", reverification.waiting(which));
    Reverification.Result result =
        reverification.run(
            which,
            Runtime.getRuntime().availableProcessors(),
            done -> progress(err, done),
            Shutdown::inProgress);
    err.printf(
        "whence: %d attestations and %d registry signatures verified again%n",
        result.attestations(), result.signatures());
    return Shutdown.inProgress() ? 1 : 0;
  }

  private void progress(PrintStream err, long done) {
    if (done - shown >= VERDICTS_BETWEEN_LINES) {
      shown = done;
      err.printf("whence: %d attestations …%n", done);
    }
  }
}
