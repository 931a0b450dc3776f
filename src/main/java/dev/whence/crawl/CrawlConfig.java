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
   * Bytes of attestation responses that one crawl holds before they are stored. What does not fit
   * is left to the next crawl, so that no package can exhaust the memory.
   */
  @WithDefault("256000000")
  long attestationBytes();

  /** From one success to the next crawl. */
  @WithDefault("24h")
  Duration interval();

  /** The first wait after a failure; it doubles with each further one, up to the interval. */
  @WithDefault("2m")
  Duration retry();

  /** Until a package is asked for again that is unknown, unpublished or unreadable. */
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
