package dev.whence.crawl;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is crawled, and when. */
@ConfigMapping(prefix = "whence.crawl")
public interface CrawlConfig {

  /** Whether this process crawls by itself, given that it has the role. */
  @WithDefault("true")
  boolean enabled();

  /**
   * Names to crawl; they are added to what the catalog has. Without them an empty catalog starts
   * with a list of well-known packages.
   */
  Optional<List<String>> packages();

  /**
   * What the registry's changes feed is read for: {@code OFF}, not at all; {@code KNOWN}, to crawl
   * packages again that changed; {@code ALL}, to find every package there is, too.
   */
  @WithDefault("OFF")
  Changes changes();

  /** What the changes feed is read for. */
  enum Changes {
    OFF,
    KNOWN,
    ALL
  }

  /** From one look at the changes feed to the next. */
  @WithDefault("1m")
  Duration changesEvery();

  /** Packages under way at once in this process. */
  @WithDefault("8")
  int concurrency();

  /** Attestation requests of one package under way at once. */
  @WithDefault("8")
  int attestationConcurrency();

  /**
   * Bytes of large packuments, those above 4 MB, that the crawls of a process hold together until
   * they are stored. What does not fit waits; one that is larger than all of it is crawled alone.
   */
  @WithDefault("150000000")
  long packumentBytes();

  /**
   * Bytes of attestation responses that the crawls of a process hold together before they are
   * stored. What does not fit is left to the next crawl, so that no package can exhaust the memory.
   */
  @WithDefault("64000000")
  long attestationBytes();

  /**
   * How long ago the hottest packages may have been looked at: those with a million downloads a
   * month, or two releases a week.
   */
  @WithDefault("6h")
  Duration goalHot();

  /** The same for those with ten thousand downloads, or a release in the last 30 days. */
  @WithDefault("24h")
  Duration goalWarm();

  /** The same for those with a hundred downloads, or a release in the last year. */
  @WithDefault("7d")
  Duration goalCool();

  /** The same for all others. */
  @WithDefault("30d")
  Duration goalCold();

  /**
   * How often to count how many packages were looked at within their goals; where a count takes
   * more than a hundredth of that, less often.
   */
  @WithDefault("1m")
  Duration countEvery();

  /** Failures in a row after which a package is parked: tried rarely, until it succeeds. */
  @WithDefault("12")
  int parkAfter();

  /** The first wait after a failure; it doubles with each further one, up to a day. */
  @WithDefault("2m")
  Duration retry();

  /**
   * Until a package is asked for again that is unpublished or parked, or that never had a packument
   * that we could read.
   */
  @WithDefault("7d")
  Duration rareInterval();

  /**
   * How long after its publication a version is asked for again, at each crawl, when its advertised
   * attestations are not served or unreadable. Registries repair that soon, or never.
   */
  @WithDefault("7d")
  Duration youngFor();

  /** From one look at a package's download count to the next: npm's counts are of whole months. */
  @WithDefault("7d")
  Duration downloadsInterval();

  /**
   * From how many known packages on the counts of all packages are read, one large file, before the
   * rest is asked for. With {@code changes=ALL} they are read in any case, before the feed.
   */
  @WithDefault("10000")
  long downloadCountsFrom();

  /** How often to ask for download counts that are due. */
  @WithDefault("15s")
  Duration downloadsEvery();

  /** How often the scheduler looks for due work; due packages are only ever late by this. */
  @WithDefault("1s")
  Duration pollInterval();

  /** Shows a progress bar instead of log lines; the commands set it on a terminal. */
  @WithDefault("false")
  boolean progressBar();

  /** Whether registry and Sigstore are generated ones, as in the demo: every page then says so. */
  @WithDefault("false")
  boolean generated();

  /** How long crawls under way may go on when the process is told to end. */
  @WithDefault("8s")
  Duration grace();

  /** How often to look for verdicts that rest on an older verifier, and verify those again. */
  @WithDefault("10m")
  Duration reverifyEvery();
}
