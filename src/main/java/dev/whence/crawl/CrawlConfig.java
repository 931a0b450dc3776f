package dev.whence.crawl;

import dev.whence.catalog.YoungConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is crawled, and when. */
@ConfigMapping(prefix = "whence.crawl")
public interface CrawlConfig extends YoungConfig {

  /** Whether this process crawls by itself, if it has the role. */
  @WithDefault("true")
  boolean enabled();

  /**
   * Names to crawl, added to those in the catalog. Without them an empty catalog starts with a list
   * of well-known packages.
   */
  Optional<List<String>> packages();

  /**
   * What the registry's changes feed is used for. {@code OFF}: nothing. {@code KNOWN}: to crawl
   * known packages again when they change. {@code ALL}: also to find every package.
   */
  @WithDefault("OFF")
  Changes changes();

  /** What the changes feed is used for. */
  enum Changes {
    OFF,
    KNOWN,
    ALL
  }

  /** How often to read the changes feed. */
  @WithDefault("1m")
  Duration changesEvery();

  /** Packages that this process crawls at once. */
  @WithDefault("8")
  int concurrency();

  /** Attestation requests of one package that run at once. */
  @WithDefault("8")
  int attestationConcurrency();

  /**
   * Bytes of large packuments (above 4 MB) that all crawls of a process may hold until they are
   * stored. A packument that does not fit waits. One that is larger than the limit is crawled
   * alone.
   */
  @WithDefault("150000000")
  long packumentBytes();

  /**
   * Bytes of attestation responses that all crawls of a process may hold before they are stored.
   * The next crawl fetches what does not fit, so no package can fill the memory.
   */
  @WithDefault("64000000")
  long attestationBytes();

  /**
   * The goal of packages with a million downloads a month, or two releases a week. A goal is the
   * longest time since the last crawl.
   */
  @WithDefault("6h")
  Duration goalHot();

  /** The goal of packages with ten thousand downloads a month, or a release in the last 30 days. */
  @WithDefault("24h")
  Duration goalWarm();

  /** The goal of packages with a hundred downloads a month, or a release in the last year. */
  @WithDefault("7d")
  Duration goalCool();

  /** The goal of all other packages. */
  @WithDefault("30d")
  Duration goalCold();

  /**
   * How often to count the packages that were crawled within their goals. If a count takes more
   * than a hundredth of this time, it runs less often.
   */
  @WithDefault("1m")
  Duration countEvery();

  /** Failures in a row after which a package is parked: it is tried rarely until it succeeds. */
  @WithDefault("12")
  int parkAfter();

  /** The first wait after a failure. It doubles with each further failure, up to a day. */
  @WithDefault("2m")
  Duration retry();

  /**
   * How often a package is requested that is unpublished or parked, or that never had a packument
   * that we could read.
   */
  @WithDefault("7d")
  Duration rareInterval();

  /** How often a package's download count is due. npm counts whole months. */
  @WithDefault("7d")
  Duration downloadsInterval();

  /**
   * With at least this many known packages, one large file with the counts of all packages is read
   * before single counts are requested. With {@code changes=ALL} it is always read, before the
   * feed.
   */
  @WithDefault("10000")
  long downloadCountsFrom();

  /** How often to request download counts that are due. */
  @WithDefault("15s")
  Duration downloadsEvery();

  /** How often the scheduler looks for due work, so the longest delay of due work. */
  @WithDefault("1s")
  Duration pollInterval();

  /** Shows a progress bar instead of log lines; the commands set it on a terminal. */
  @WithDefault("false")
  boolean progressBar();

  /** Whether registry and Sigstore are generated, as in the demo. Then every page says so. */
  @WithDefault("false")
  boolean generated();

  /** How long running crawls may continue when the process must end. */
  @WithDefault("8s")
  Duration grace();

  /** How often to look for verdicts of an older verifier and verify again. */
  @WithDefault("10m")
  Duration reverifyEvery();
}
