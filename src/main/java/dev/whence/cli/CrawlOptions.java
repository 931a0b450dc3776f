package dev.whence.cli;

import java.io.Console;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What to crawl, from where, and whom to trust. Absent options do not change the configuration. */
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
      description =
          "Packages to crawl: names, or files with one name per line (# starts a comment; - is standard"
              + " input).")
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
      config.put(
          "whence.crawl.packages",
          String.join(
              ",",
              PackageArguments.names(packages, line -> System.err.println("whence: " + line))));
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
}
