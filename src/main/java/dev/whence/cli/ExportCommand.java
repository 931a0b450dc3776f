package dev.whence.cli;

import dev.whence.export.Dataset;
import dev.whence.export.ExportException;
import dev.whence.export.ExportFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./whence export}: the catalog's rows as a data set, without serving anything. */
@Command(
    name = "export",
    description = "Write a data set from the catalog.",
    footerHeading = "%n",
    footer = {
      "Reads the catalog of the instance that runs on the data folder, or the Postgres that",
      "WHENCE_DATABASE_URL names; otherwise starts the data folder's own Postgres until it ends.",
      "",
      "Writes NAME.csv, NAME.columns.csv (what each column means) and, last,",
      "NAME.manifest.json (rows, SHA-256, state of the catalog). The same catalog gives the",
      "same bytes. Cells are the catalog's own text: import them into a spreadsheet as text."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      required = true,
      description = "attestations (one row each) or adoption_daily (counts by day and evidence).")
  private String dataset;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "csv (default).")
  private String format;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write to; made if it is missing.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace the files of an earlier export.")
  private boolean overwrite;

  @Mixin private final DataOptions data = new DataOptions();

  @Override
  public Integer call() {
    if (!format.equals("csv")) {
      throw CliException.usage("--format: '" + format + "' cannot be written; csv can.");
    }
    Dataset wanted = Dataset.named(dataset).orElseThrow(this::unknown);
    try {
      ExportFolder.open(out, wanted, overwrite);
    } catch (ExportException e) {
      throw CliException.failure(String.valueOf(e.getMessage()));
    }
    return CatalogRun.on(data.folder("whence"))
        .with("whence.trust.offline", "true")
        .run(ExportRun.class, wanted.title(), out.toString(), Boolean.toString(overwrite));
  }

  private CliException unknown() {
    return CliException.usage(
        "--dataset: there is no data set '%s'. There are: %s."
            .formatted(
                dataset,
                Arrays.stream(Dataset.values())
                    .map(Dataset::title)
                    .collect(Collectors.joining(", "))));
  }
}
