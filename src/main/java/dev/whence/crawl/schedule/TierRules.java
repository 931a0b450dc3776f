package dev.whence.crawl.schedule;

import dev.whence.catalog.RefreshTier;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The tier of a package. Its downloads give one tier and its releases another; the hotter one
 * counts. By npm's counts, 15,000 of 3.8 million packages have at least a million downloads a
 * month, 92,000 at least ten thousand, and 675,000 at least a hundred.
 */
public final class TierRules {

  private static final long HOT_DOWNLOADS = 1_000_000;
  private static final long WARM_DOWNLOADS = 10_000;
  private static final long COOL_DOWNLOADS = 100;

  private static final Duration LATELY = Duration.ofDays(30);
  private static final Duration A_YEAR = Duration.ofDays(365);

  /** Two releases a week. */
  private static final long OFTEN = 8;

  private TierRules() {}

  /**
   * The tier.
   *
   * @param downloads of last month; null if not known yet, usually for a day
   * @param releases when each version was published
   */
  public static RefreshTier tier(
      @Nullable Long downloads, Collection<Instant> releases, Instant now) {
    RefreshTier popular = downloads == null ? RefreshTier.WARM : byDownloads(downloads);
    RefreshTier active = byReleases(releases, now);
    return popular.compareTo(active) < 0 ? popular : active;
  }

  /** Whether downloads alone make a package at least warm. */
  public static boolean isPopular(long downloads) {
    return downloads >= WARM_DOWNLOADS;
  }

  private static RefreshTier byDownloads(long downloads) {
    if (downloads >= HOT_DOWNLOADS) {
      return RefreshTier.HOT;
    }
    if (downloads >= WARM_DOWNLOADS) {
      return RefreshTier.WARM;
    }
    return downloads >= COOL_DOWNLOADS ? RefreshTier.COOL : RefreshTier.COLD;
  }

  private static RefreshTier byReleases(Collection<Instant> releases, Instant now) {
    long lately = since(releases, now.minus(LATELY));
    if (lately >= OFTEN) {
      return RefreshTier.HOT;
    }
    if (lately > 0) {
      return RefreshTier.WARM;
    }
    return since(releases, now.minus(A_YEAR)) > 0 ? RefreshTier.COOL : RefreshTier.COLD;
  }

  private static long since(Collection<Instant> releases, Instant time) {
    return releases.stream().filter(release -> release.isAfter(time)).count();
  }
}
