package dev.whence.cli;

import dev.whence.provenance.PackageName;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What to crawl, from where, and whom to trust. Absent options leave the configuration alone. */
final class CrawlOptions {
  private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s/?#@]+(/[^\\s?#]*)?");

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "npm registry (default: https://registry.npmjs.org).")
  private @Nullable String registry;

  @Option(
      names = "--packages",
      paramLabel = "FILE|NAME",
      arity = "1..*",
      split = ",",
      description = "Packages to crawl: names, or files with a name a line (# starts a comment).")
  private @Nullable List<String> packages;

  @Mixin private final TrustOptions trust = new TrustOptions();

  @Option(
      names = "--contact",
      paramLabel = "TEXT",
      description = "How the registry's operators reach you; sent in the User-Agent.")
  private @Nullable String contact;

  /** The configuration that these options stand for. */
  Map<String, String> config() {
    var config = new LinkedHashMap<String, String>();
    if (Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)) {
      config.put("whence.crawl.progress-bar", "true");
    }
    if (registry != null) {
      config.put("whence.registry.url", webAddress(registry));
    }
    if (packages != null) {
      config.put("whence.crawl.packages", String.join(",", names(packages)));
    }
    config.putAll(trust.config());
    if (contact != null) {
      config.put("whence.registry.contact", contact);
    }
    return config;
  }

  private static String webAddress(String text) {
    if (!WEB_ADDRESS.matcher(text).matches()) {
      throw CliException.usage(
          "--registry: '" + text + "' is not an address such as https://registry.npmjs.org");
    }
    return text;
  }

  private static Set<String> names(List<String> arguments) {
    Set<String> names =
        arguments.stream()
            .flatMap(CrawlOptions::expand)
            .map(CrawlOptions::canonical)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (names.isEmpty()) {
      throw CliException.usage("--packages names no package");
    }
    return names;
  }

  private static Stream<String> expand(String argument) {
    Path file = Path.of(argument);
    if (!Files.isRegularFile(file)) {
      return Stream.of(argument);
    }
    try {
      return Files.readAllLines(file).stream()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty());
    } catch (IOException e) {
      throw CliException.usage("--packages: cannot read the file " + file);
    }
  }

  private static String canonical(String name) {
    return PackageName.parse(name)
        .map(PackageName::toString)
        .orElseThrow(
            () ->
                CliException.usage(
                    "--packages: '" + name + "' is neither a file nor a package name"));
  }
}
