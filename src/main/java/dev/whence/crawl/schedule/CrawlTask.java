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

  /** Of a package that was never crawled. */
  public static final TaskDescriptor<Void> FIRST_CRAWL = TaskDescriptor.of("first-crawl");

  /** Of a package that was crawled before. */
  public static final TaskDescriptor<Void> CRAWL = TaskDescriptor.of("crawl");

  /** Out of turn, since the package changed. */
  public static final TaskDescriptor<Void> CHANGED = TaskDescriptor.of("changed-crawl");

  private CrawlTask() {}

  /** A crawl with the priority of the look. When it is due is told to the scheduler beside it. */
  public static TaskInstance<Void> of(TaskDescriptor<Void> task, PackageName name, NextLook look) {
    return task.instance(name.value()).priority(look.priority()).build();
  }

  /** What a crawl is found by, whatever its priority. */
  public static TaskInstanceId id(TaskDescriptor<Void> task, PackageName name) {
    return TaskInstanceId.of(task.getTaskName(), name.value());
  }
}
