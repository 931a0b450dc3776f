package dev.whence.crawl.schedule;

import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.whence.catalog.RefreshTier;
import dev.whence.provenance.PackageName;
import org.jspecify.annotations.Nullable;

/**
 * The crawls of packages that db-scheduler hands out, and which goes before which. Crawls of
 * packages that the changes feed told of go first, then what somebody named, then first crawls and
 * those of hot and warm packages, the more popular the sooner, then all others.
 */
public final class CrawlTask {

  public static final TaskDescriptor<Void> FIRST_CRAWL = TaskDescriptor.of("first-crawl");
  public static final TaskDescriptor<Void> CRAWL = TaskDescriptor.of("crawl");
  public static final TaskDescriptor<Void> CHANGED = TaskDescriptor.of("changed-crawl");

  /** Between repeated crawls and those that somebody waits for. */
  private static final int DISCOVERED = 60;

  private CrawlTask() {}

  /**
   * The first crawl of a package that was discovered.
   *
   * @param downloads last month: the more digits, the sooner; null where not known
   */
  public static TaskInstance<Void> firstCrawl(PackageName name, @Nullable Long downloads) {
    int magnitude = downloads == null ? 0 : Long.toString(downloads).length();
    return FIRST_CRAWL.instance(name.value()).priority(DISCOVERED + magnitude).build();
  }

  /** The first crawl of a package that somebody asked for by name. */
  public static TaskInstance<Void> firstCrawlOfList(PackageName name) {
    return FIRST_CRAWL.instance(name.value()).priority(Priority.HIGH).build();
  }

  /**
   * The next crawl of a known package. A first crawl of a whole registry takes days, in which the
   * hot and the warm would grow old: these, a few in a hundred, go before what is less popular.
   */
  public static TaskInstance<Void> crawl(PackageName name, RefreshTier tier) {
    int priority =
        switch (tier) {
          case HOT -> DISCOVERED + 7;
          case WARM -> DISCOVERED + 5;
          case COOL -> Priority.MEDIUM + 1;
          case COLD -> Priority.MEDIUM;
        };
    return CRAWL.instance(name.value()).priority(priority).build();
  }

  static TaskInstance<Void> changed(PackageName name) {
    return CHANGED.instance(name.value()).priority(Priority.HIGH + 1).build();
  }

  /** Stands for the next crawl whatever its priority. */
  public static TaskInstance<Void> ordinary(PackageName name) {
    return crawl(name, RefreshTier.COLD);
  }
}
