package dev.whence.crawl.process;

import dev.whence.provenance.PackageName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lists of package names. */
final class PackageList {

  private static final Logger LOG = Logger.getLogger(PackageList.class);

  private static final String WELL_KNOWN = "/well-known-packages.txt";

  private PackageList() {}

  /** The packages with which an empty catalog starts. */
  static List<PackageName> wellKnown() {
    try (InputStream in = PackageList.class.getResourceAsStream(WELL_KNOWN)) {
      String text =
          new String(Objects.requireNonNull(in, WELL_KNOWN).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(PackageName::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names from the configuration. Invalid names are logged and left out. */
  static List<PackageName> parse(List<String> names) {
    return names.stream()
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .flatMap(name -> parse(name).stream())
        .distinct()
        .toList();
  }

  private static Optional<PackageName> parse(String name) {
    Optional<PackageName> parsed = PackageName.parse(name);
    if (parsed.isEmpty()) {
      LOG.warnf("whence.crawl.packages: '%s' is not a package name, and is left out", name);
    }
    return parsed;
  }
}
