package dev.whence.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.hash.Hashing;
import com.google.common.io.CountingOutputStream;
import com.google.common.io.MoreFiles;
import dev.whence.demo.store.Body;
import dev.whence.provenance.Sha512;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The package {@code download-counts}: its file has every package's downloads in one JSON object.
 *
 * @param version of the package
 */
record GeneratedDownloads(Path file, String version, String integrity) {

  static final String NAME = "download-counts";

  private static final JsonFactory FACTORY = new JsonFactory();

  /** The file that {@link #write} wrote into the folder. */
  static GeneratedDownloads open(Path folder, Edition edition) throws IOException {
    Path file = folder.resolve(NAME + ".tgz");
    byte[] digest = MoreFiles.asByteSource(file).hash(Hashing.sha512()).asBytes();
    long day = edition.now().getEpochSecond() / 86_400;
    return new GeneratedDownloads(file, "1.0." + day, Sha512.of(digest).integrity());
  }

  /** Writes the file as npm would pack it. */
  static void write(Path folder, Packages packages) throws IOException {
    CountingOutputStream counter = new CountingOutputStream(OutputStream.nullOutputStream());
    json(packages, counter);
    try (OutputStream file =
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME + ".tgz")));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(file))) {
      entry(tar, "package.json", manifest().length);
      tar.write(manifest());
      tar.closeArchiveEntry();
      // A tar entry begins with its size, so a file that is too large for memory is written twice.
      entry(tar, "counts.json", counter.getCount());
      json(packages, tar);
      tar.closeArchiveEntry();
    }
  }

  private static void entry(TarArchiveOutputStream tar, String name, long size) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry("package/" + name);
    entry.setSize(size);
    entry.setModTime(0);
    tar.putArchiveEntry(entry);
  }

  private static byte[] manifest() {
    return "{\"name\":\"%s\",\"main\":\"counts.json\"}"
        .formatted(NAME)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void json(Packages packages, OutputStream out) throws IOException {
    try (JsonGenerator json =
        FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      for (int number = 0; number < packages.count(); number++) {
        json.writeNumberField(packages.name(number).value(), packages.downloads(number));
      }
      json.writeEndObject();
    }
  }

  /** The path of the file, as npm's registry has it. */
  String path() {
    return "/" + NAME + "/-/" + NAME + "-" + version + ".tgz";
  }

  /**
   * The packument.
   *
   * @param registry the address to fetch the file from
   */
  Body packument(String registry) throws IOException {
    String json =
        """
        {"_id":"%1$s","name":"%1$s","dist-tags":{"latest":"%2$s"},"versions":{"%2$s":{\
        "name":"%1$s","version":"%2$s","dist":{"integrity":"%3$s","tarball":"%4$s"}}}}"""
            .formatted(NAME, version, integrity, registry + path());
    return Body.written(out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
  }
}
