package dev.whence.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180, UTF-8, one header line) that is written row by row and digested on the way.
 * An absent fact is an empty cell. Cells are exactly the catalog's text. A name may start with
 * {@code @}; a leading apostrophe against spreadsheets' formulas would change it.
 */
final class CsvFile<R> implements AutoCloseable {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final Path path;
  private final List<Column<R>> columns;
  private final MessageDigest digest;
  private final CSVPrinter printer;
  private long rows;

  CsvFile(Path path, List<Column<R>> columns) throws IOException {
    this.path = path;
    this.columns = columns;
    this.digest = sha256();
    OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest);
    this.printer =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16),
            FORMAT);
    printer.printRecord(columns.stream().map(Column::name).toList());
  }

  void write(R row) {
    List<@Nullable Object> cells = new ArrayList<>(columns.size());
    for (Column<R> column : columns) {
      cells.add(column.value().apply(row));
    }
    try {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows++;
  }

  long rows() {
    return rows;
  }

  /** The file's facts. Call it after the file was closed. */
  ExportManifest.FileFacts facts() throws IOException {
    return new ExportManifest.FileFacts(
        String.valueOf(path.getFileName()),
        rows,
        Files.size(path),
        HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
