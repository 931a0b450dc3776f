package dev.whence.crawl.schedule;

import dev.whence.catalog.NextCrawl;
import dev.whence.catalog.RefreshTier;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a package is looked at next.
 *
 * @param tier null if the event does not change it: the package keeps its tier
 * @param priority of the due packages, the one with the highest number goes first
 */
public record NextLook(Instant at, @Nullable RefreshTier tier, int priority) {

  /** Whether the package keeps its tier, and a task that it has keeps its priority. */
  public boolean keepsTier() {
    return tier == null;
  }

  /** What the catalog records after a success, which always gives a tier. */
  public NextCrawl toRecord() {
    return new NextCrawl(at, Objects.requireNonNull(tier, "a tier comes from a success only"));
  }
}
