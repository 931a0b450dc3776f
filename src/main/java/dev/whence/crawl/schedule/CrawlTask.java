package dev.whence.crawl.schedule;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.whence.provenance.PackageName;

/**
 * The crawls of packages as db-scheduler stores them, with the package's name as their id. {@link
 * RefreshTable} says when they are due and which goes first.
 */
public final class CrawlTask {

  /** The first crawl of a package. */
  public static final TaskDescriptor<Void> FIRST_CRAWL = TaskDescriptor.of("first-crawl");

  /** The next crawl of a package that was crawled before. */
  public static final TaskDescriptor<Void> CRAWL = TaskDescriptor.of("crawl");

  /** An extra crawl, because the package changed. */
  public static final TaskDescriptor<Void> CHANGED = TaskDescriptor.of("changed-crawl");

  private CrawlTask() {}

  /** A crawl with its priority. The scheduler gets the due time separately. */
  public static TaskInstance<Void> of(TaskDescriptor<Void> task, PackageName name, NextLook look) {
    return task.instance(name.value()).priority(look.priority()).build();
  }

  /** The key to find a crawl, whatever its priority. */
  public static TaskInstanceId id(TaskDescriptor<Void> task, PackageName name) {
    return TaskInstanceId.of(task.getTaskName(), name.value());
  }
}
