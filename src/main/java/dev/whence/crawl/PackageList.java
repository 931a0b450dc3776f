package dev.whence.crawl;

import dev.whence.provenance.PackageName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lists of package names. */
final class PackageList {

  private static final String WELL_KNOWN = "/well-known-packages.txt";

  private PackageList() {}

  /** What an empty catalog starts with. */
  static List<PackageName> wellKnown() {
    try (InputStream in = PackageList.class.getResourceAsStream(WELL_KNOWN)) {
      String text =
          new String(Objects.requireNonNull(in, WELL_KNOWN).readAllBytes(), StandardCharsets.UTF_8);
      return parse(text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Names from the configuration.
   *
   * @throws IllegalArgumentException where one is no package name
   */
  static List<PackageName> parse(List<String> names) {
    return names.stream().map(name -> new PackageName(name.strip())).distinct().toList();
  }
}
