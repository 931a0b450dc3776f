package dev.whence.crawl.pkg;

import dev.whence.catalog.NextCrawl;
import java.time.Instant;

/** How the crawl of one package ended. Each outcome but the last is in the catalog. */
public sealed interface CrawlOutcome {

  /** When the package is due again. */
  Instant nextTryAt();

  /** The registry had something new, which is stored. */
  record Stored(Tally tally, NextCrawl next) implements CrawlOutcome {
    @Override
    public Instant nextTryAt() {
      return next.at();
    }
  }

  /** The registry had nothing new. */
  record Unchanged(NextCrawl next) implements CrawlOutcome {
    @Override
    public Instant nextTryAt() {
      return next.at();
    }
  }

  /** The registry does not know the package. */
  record NotFound(Instant nextTryAt) implements CrawlOutcome {}

  /** The registry's answer is not a packument, or exceeds our limits. */
  record Unreadable(String reason, Instant nextTryAt) implements CrawlOutcome {}

  /** It may work later. */
  record Failed(String reason, Instant nextTryAt) implements CrawlOutcome {}

  /** The process ends. Nothing was stored; the crawl is done again by another process or later. */
  record Abandoned(Instant nextTryAt) implements CrawlOutcome {}
}
