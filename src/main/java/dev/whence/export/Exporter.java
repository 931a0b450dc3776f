package dev.whence.export;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.catalog.Setting;
import dev.whence.catalog.count.AdoptionQueries;
import dev.whence.catalog.read.AttestationRow;
import dev.whence.catalog.read.DatasetQueries;
import dev.whence.catalog.state.SettingRepository;
import dev.whence.catalog.state.SilenceRepository;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Writes data sets. */
@ApplicationScoped
@Unremovable
public class Exporter {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final DatasetQueries datasets;
  private final SettingRepository settings;
  private final SilenceRepository silence;

  Exporter(DatasetQueries datasets, SettingRepository settings, SilenceRepository silence) {
    this.datasets = datasets;
    this.settings = settings;
    this.silence = silence;
  }

  /**
   * Writes the folder's data set with its dictionary and manifest.
   *
   * @param producer what writes it, with its version
   * @param progress gets the number of rows after each
   * @return how many rows it has
   */
  public long export(ExportFolder folder, String producer, LongConsumer progress)
      throws IOException {
    Path aside = folder.aside();
    try {
      long rows =
          switch (folder.dataset()) {
            case ATTESTATIONS -> attestations(folder, aside, producer, progress);
            case ADOPTION_DAILY -> adoption(folder, aside, producer, progress);
          };
      folder.moveIntoPlace(aside);
      return rows;
    } finally {
      ExportFolder.remove(aside);
    }
  }

  private long attestations(ExportFolder folder, Path aside, String producer, LongConsumer progress)
      throws IOException {
    ExportManifest.Position position = position();
    Newest newest = new Newest();
    CsvFile<AttestationRow> file =
        new CsvFile<>(aside.resolve(folder.dataName()), AttestationColumns.ALL);
    try (file) {
      datasets.attestations(
          row -> {
            file.write(row);
            newest.see(row.latest().verifiedAt());
            progress.accept(file.rows());
          });
    }
    finish(
        folder,
        aside,
        producer,
        file.facts(),
        Dictionary.of(AttestationColumns.ALL),
        new ExportManifest.Position(
            position.registry(),
            position.generated(),
            position.registrySilentSince(),
            position.crawledUpTo(),
            newest.text()));
    return file.rows();
  }

  private long adoption(ExportFolder folder, Path aside, String producer, LongConsumer progress)
      throws IOException {
    ExportManifest.Position position = position();
    CsvFile<AdoptionQueries.AdoptionDay> file =
        new CsvFile<>(aside.resolve(folder.dataName()), AdoptionColumns.ALL);
    try (file) {
      for (AdoptionQueries.AdoptionDay day : datasets.adoption()) {
        file.write(day);
        progress.accept(file.rows());
      }
    }
    finish(folder, aside, producer, file.facts(), Dictionary.of(AdoptionColumns.ALL), position);
    return file.rows();
  }

  /** Read before the rows, so the rows are never older than this. */
  private ExportManifest.Position position() {
    Map<Setting, String> recorded = settings.settings();
    @Nullable String lastCrawl = datasets.lastCrawlAt().map(Instant::toString).orElse(null);
    return new ExportManifest.Position(
        recorded.get(Setting.REGISTRY_URL),
        Boolean.parseBoolean(recorded.get(Setting.GENERATED)),
        silence.since().map(Instant::toString).orElse(null),
        lastCrawl,
        null);
  }

  private static void finish(
      ExportFolder folder,
      Path aside,
      String producer,
      ExportManifest.FileFacts data,
      List<Dictionary.Entry> columns,
      ExportManifest.Position position)
      throws IOException {
    CsvFile<Dictionary.Entry> dictionary =
        new CsvFile<>(aside.resolve(folder.dictionaryName()), Dictionary.COLUMNS);
    try (dictionary) {
      columns.forEach(dictionary::write);
    }
    Dataset dataset = folder.dataset();
    ExportManifest manifest =
        new ExportManifest(
            dataset.title(),
            dataset.description(),
            ExportManifest.FORMAT,
            producer,
            position,
            List.of(data, dictionary.facts()),
            columns,
            ExportManifest.LICENCE,
            ExportManifest.citation(dataset, position));
    Files.write(aside.resolve(folder.manifestName()), json(manifest));
  }

  private static byte[] json(ExportManifest manifest) throws IOException {
    // The same line ends on every system, so that the same catalog gives the same bytes.
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return MAPPER.writer(printer).writeValueAsBytes(manifest);
  }

  /** The newest of the times seen. */
  private static final class Newest {
    private @Nullable Instant newest;

    void see(Instant time) {
      if (newest == null || time.isAfter(newest)) {
        newest = time;
      }
    }

    @Nullable String text() {
      return newest == null ? null : newest.toString();
    }
  }
}
