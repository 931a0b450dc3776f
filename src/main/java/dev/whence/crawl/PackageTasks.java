package dev.whence.crawl;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.whence.catalog.CrawlWriter;
import dev.whence.provenance.PackageName;
import dev.whence.registry.RegistryClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * The work that db-scheduler hands out, one instance of each task a package, with the package's
 * name as its id. Crawls of packages that the changes feed told of go first, then first crawls,
 * then repeated ones.
 */
@ApplicationScoped
class PackageTasks {

  private static final Logger LOG = Logger.getLogger(PackageTasks.class);

  static final TaskDescriptor<Void> FIRST_CRAWL = TaskDescriptor.of("first-crawl");
  static final TaskDescriptor<Void> CRAWL = TaskDescriptor.of("crawl");
  static final TaskDescriptor<Void> CHANGED = TaskDescriptor.of("changed-crawl");
  static final TaskDescriptor<Void> DOWNLOADS = TaskDescriptor.of("downloads");

  private final CrawlConfig config;
  private final CrawlService crawls;
  private final CrawlProgress progress;
  private final RegistryClient registry;
  private final CrawlWriter writer;
  private final Clock clock;
  private final NextTry nextTry;

  PackageTasks(
      CrawlConfig config,
      CrawlService crawls,
      CrawlProgress progress,
      RegistryClient registry,
      CrawlWriter writer,
      Clock clock) {
    this.config = config;
    this.crawls = crawls;
    this.progress = progress;
    this.registry = registry;
    this.writer = writer;
    this.clock = clock;
    this.nextTry = new NextTry(config);
  }

  List<Task<?>> all() {
    return List.of(
        Tasks.custom(FIRST_CRAWL)
            .onFailure(backOff())
            .onDeadExecutionRevive()
            .execute(this::crawlFirst),
        Tasks.custom(CHANGED)
            .onFailure(backOff())
            .onDeadExecutionRevive()
            .execute(this::crawlChanged),
        Tasks.custom(CRAWL).onFailure(backOff()).onDeadExecutionRevive().execute(this::crawlAgain),
        Tasks.custom(DOWNLOADS)
            .onFailure(backOff())
            .onDeadExecutionRevive()
            .execute(this::countDownloads));
  }

  static TaskInstance<Void> firstCrawl(PackageName name) {
    return FIRST_CRAWL.instance(name.value()).priority(Priority.HIGH).build();
  }

  static TaskInstance<Void> crawl(PackageName name) {
    return CRAWL.instance(name.value()).priority(Priority.MEDIUM).build();
  }

  static TaskInstance<Void> changed(PackageName name) {
    return CHANGED.instance(name.value()).priority(Priority.HIGH + 1).build();
  }

  private static TaskInstance<Void> downloads(PackageName name) {
    return DOWNLOADS.instance(name.value()).priority(Priority.LOW).build();
  }

  /** For what no outcome stands for: the database is away, or a fault of ours. */
  private FailureHandler<Void> backOff() {
    return new FailureHandler.ExponentialBackoffFailureHandler<>(config.retry());
  }

  private CompletionHandler<Void> crawlFirst(
      TaskInstance<Void> instance, ExecutionContext context) {
    PackageName name = new PackageName(instance.getId());
    if (context.getSchedulerClient().getScheduledExecution(crawl(name)).isPresent()) {
      // Two processes that start with one list add it at once; the other was here first.
      return (_, operations) -> operations.remove();
    }
    CrawlOutcome outcome = crawl(name, context.getSchedulerClient());
    if (outcome instanceof CrawlOutcome.Abandoned) {
      return (complete, operations) -> operations.reschedule(complete, outcome.nextTryAt());
    }
    return (_, operations) -> {
      // In this order: killed in between, the package is crawled once more, but never forgotten.
      context.getSchedulerClient().scheduleIfNotExists(crawl(name), outcome.nextTryAt());
      operations.remove();
    };
  }

  private CompletionHandler<Void> crawlAgain(
      TaskInstance<Void> instance, ExecutionContext context) {
    CrawlOutcome outcome = crawl(new PackageName(instance.getId()), context.getSchedulerClient());
    return (complete, operations) -> operations.reschedule(complete, outcome.nextTryAt());
  }

  /** A crawl out of turn; the package's ordinary one goes on from it. */
  private CompletionHandler<Void> crawlChanged(
      TaskInstance<Void> instance, ExecutionContext context) {
    PackageName name = new PackageName(instance.getId());
    TaskInstance<Void> ordinary = crawl(name);
    SchedulerClient scheduler = context.getSchedulerClient();
    if (isUnderWay(scheduler, ordinary) || isUnderWay(scheduler, firstCrawl(name))) {
      return (complete, operations) ->
          operations.reschedule(complete, clock.instant().plus(config.pollInterval()));
    }
    CrawlOutcome outcome = crawl(name, scheduler);
    if (outcome instanceof CrawlOutcome.Abandoned) {
      return (complete, operations) -> operations.reschedule(complete, outcome.nextTryAt());
    }
    return (_, operations) -> {
      plan(scheduler, ordinary, outcome.nextTryAt());
      operations.remove();
    };
  }

  private static boolean isUnderWay(SchedulerClient scheduler, TaskInstance<Void> task) {
    return scheduler.getScheduledExecution(task).filter(ScheduledExecution::isPicked).isPresent();
  }

  /** One that has just begun plans its next turn itself. */
  private static void plan(SchedulerClient scheduler, TaskInstance<Void> task, Instant at) {
    try {
      scheduler.schedule(task, at, SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    } catch (TaskInstanceCurrentlyExecutingException e) {
      LOG.debugf(e, "%s was not planned anew", task);
    }
  }

  private CrawlOutcome crawl(PackageName name, SchedulerClient scheduler) {
    progress.started(name);
    CrawlOutcome outcome = crawls.crawl(name);
    progress.ended(name, outcome);
    if (outcome instanceof CrawlOutcome.Stored) {
      scheduler.scheduleIfNotExists(downloads(name), clock.instant());
    }
    return outcome;
  }

  private CompletionHandler<Void> countDownloads(
      TaskInstance<Void> instance, ExecutionContext context) {
    PackageName name = new PackageName(instance.getId());
    OptionalLong count = registry.downloadsLastMonth(name);
    Instant now = clock.instant();
    count.ifPresent(downloads -> writer.storeDownloads(name, downloads, now));
    Instant next = nextTry.forDownloads(name, now, count.isPresent());
    return (complete, operations) -> operations.reschedule(complete, next);
  }
}
