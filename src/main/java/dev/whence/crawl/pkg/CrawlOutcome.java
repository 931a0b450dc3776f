package dev.whence.crawl.pkg;

import dev.whence.crawl.schedule.NextLook;
import java.time.Instant;

/** How the crawl of one package ended. Each outcome but the last is in the catalog. */
public sealed interface CrawlOutcome {

  /** When the package is looked at next. */
  NextLook next();

  /** The time of it. */
  default Instant nextTryAt() {
    return next().at();
  }

  /** The registry had something new, which is stored. */
  record Stored(CrawlTally tally, NextLook next) implements CrawlOutcome {}

  /** The registry had nothing new. */
  record Unchanged(NextLook next) implements CrawlOutcome {}

  /** The registry does not know the package. */
  record NotFound(NextLook next) implements CrawlOutcome {}

  /** The registry's answer is not a packument, or exceeds our limits. */
  record Unreadable(String reason, NextLook next) implements CrawlOutcome {}

  /** It may work later. */
  record Failed(String reason, NextLook next) implements CrawlOutcome {}

  /** The process ends. Nothing was stored; the crawl is done again by another process or later. */
  record Abandoned(NextLook next) implements CrawlOutcome {}
}
