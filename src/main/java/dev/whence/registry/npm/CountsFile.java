package dev.whence.registry.npm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.whence.provenance.PackageName;
import dev.whence.registry.http.BoundedInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A tarball of the npm package {@code download-counts}: its {@code counts.json} is one object with
 * a month's downloads by package name.
 *
 * @param version of the package
 */
public record CountsFile(String version, Path tarball) implements AutoCloseable {

  private static final String ENTRY = "package/counts.json";

  /** In 2026 it has 96 MB. */
  private static final long MAX_BYTES = 2_000_000_000;

  /** Each of the millions of names appears once, so a table of them would only cost memory. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10)
                  .maxNameLength(1_000)
                  .maxNumberLength(100)
                  .maxStringLength(100_000)
                  .build())
          .build();

  /**
   * Gives the counts in lists of limited size. Invalid names and invalid counts are left out.
   *
   * @throws IOException if the file is not such a tarball; some counts may have been given before
   */
  public void read(int atOnce, Consumer<List<Downloads>> counts) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(tarball), 65_536);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(
                new BoundedInputStream(new GZIPInputStream(file, 65_536), MAX_BYTES))) {
      toEntry(tar);
      try (JsonParser parser = FACTORY.createParser(tar)) {
        read(parser, atOnce, counts);
      }
    }
  }

  private static void toEntry(TarArchiveInputStream tar) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (entry.isFile() && entry.getName().equals(ENTRY)) {
        return;
      }
    }
    throw new IOException("the tarball has no " + ENTRY);
  }

  private static void read(JsonParser parser, int atOnce, Consumer<List<Downloads>> counts)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException(ENTRY + " is no object");
    }
    List<Downloads> some = new ArrayList<>(atOnce);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && isCount(parser)) {
        long count = parser.getLongValue();
        PackageName.parse(name).ifPresent(known -> some.add(new Downloads(known, count)));
      } else {
        parser.skipChildren();
      }
      if (some.size() == atOnce) {
        counts.accept(List.copyOf(some));
        some.clear();
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw new IOException(ENTRY + " is not whole");
    }
    counts.accept(List.copyOf(some));
  }

  private static boolean isCount(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue() >= 0;
      default -> false;
    };
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(tarball);
    } catch (IOException e) {
      tarball.toFile().deleteOnExit();
    }
  }
}
