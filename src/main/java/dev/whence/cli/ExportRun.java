package dev.whence.cli;

import dev.whence.export.Dataset;
import dev.whence.export.ExportException;
import dev.whence.export.ExportFolder;
import dev.whence.export.Exporter;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What the main thread does in an export: it writes the data set and ends. */
@Dependent
@Unremovable
public final class ExportRun implements QuarkusApplication {

  /** Often enough to show progress, seldom enough to read. */
  private static final long ROWS_BETWEEN_LINES = 100_000;

  private final Exporter exporter;

  ExportRun(Exporter exporter) {
    this.exporter = exporter;
  }

  /** Arguments: data set, folder, whether to overwrite. Gives the exit code. */
  @Override
  public int run(String... arguments) {
    PrintStream err = System.err;
    try {
      Dataset dataset = Dataset.named(arguments[0]).orElseThrow();
      Path out = Path.of(arguments[1]);
      ExportFolder folder = ExportFolder.open(out, dataset, Boolean.parseBoolean(arguments[2]));
      long rows =
          exporter.export(folder, "Whence " + BuildInfo.version(), done -> progress(err, done));
      err.printf("whence: %s: %d rows written to %s%n", dataset.title(), rows, out);
      return 0;
    } catch (ExportException | IOException | UncheckedIOException e) {
      err.println("whence: " + e.getMessage());
      return 1;
    }
  }

  private static void progress(PrintStream err, long rows) {
    if (rows % ROWS_BETWEEN_LINES == 0) {
      err.printf("whence: %d rows …%n", rows);
    }
  }
}
