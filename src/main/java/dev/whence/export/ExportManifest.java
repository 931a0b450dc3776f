package dev.whence.export;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file beside a data set. It says what the data set is, from which state of the catalog, and
 * with which digests. It does not say when it was made, so that the same catalog gives the same
 * bytes.
 */
@JsonPropertyOrder({
  "dataset",
  "description",
  "format",
  "producer",
  "catalog",
  "files",
  "columns",
  "licence",
  "citation"
})
record ExportManifest(
    String dataset,
    String description,
    String format,
    String producer,
    Position catalog,
    List<FileFacts> files,
    List<Dictionary.Entry> columns,
    String licence,
    String citation) {

  static final String FORMAT = "csv: RFC 4180, UTF-8, one header line; an absent fact is empty";

  static final String LICENCE =
      "CC0-1.0 for this compilation. What it compiles are facts that the registry and Sigstore's"
          + " transparency log publish.";

  /**
   * Which state of the catalog the rows are from.
   *
   * @param registry the registry that was crawled
   * @param generated registry and Sigstore are generated ones
   * @param registrySilentSince when we noticed that the registry passes on neither signatures nor
   *     provenance, RFC 3339; absent if it does. Then a version without an attestation is unknown
   * @param crawledUpTo when the last crawl before the export succeeded, RFC 3339
   * @param newestVerdictAt of the rows, RFC 3339; absent in a data set without verdicts
   */
  record Position(
      @Nullable String registry,
      boolean generated,
      @Nullable String registrySilentSince,
      @Nullable String crawledUpTo,
      @Nullable String newestVerdictAt) {}

  /** A file of the data set; its rows without the header. */
  record FileFacts(String name, long rows, long bytes, String sha256) {}

  static String citation(Dataset dataset, Position catalog) {
    return "Whence data set %s, registry %s, crawled up to %s; cite the sha256 of the file with it."
        .formatted(
            dataset.title(),
            catalog.registry() == null ? "unknown" : catalog.registry(),
            catalog.crawledUpTo() == null ? "never" : catalog.crawledUpTo());
  }
}
