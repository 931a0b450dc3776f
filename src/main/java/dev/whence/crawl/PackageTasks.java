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
import dev.whence.catalog.RefreshTier;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The work that db-scheduler hands out, one instance of each task a package, with the package's
 * name as its id. Crawls of packages that the changes feed told of go first, then what somebody
 * named, then first crawls and those of hot and warm packages, the more popular the sooner, then
 * all others.
 */
@ApplicationScoped
class PackageTasks {

  private static final Logger LOG = Logger.getLogger(PackageTasks.class);

  static final TaskDescriptor<Void> FIRST_CRAWL = TaskDescriptor.of("first-crawl");
  static final TaskDescriptor<Void> CRAWL = TaskDescriptor.of("crawl");
  static final TaskDescriptor<Void> CHANGED = TaskDescriptor.of("changed-crawl");

  /** Between repeated crawls and those that somebody waits for. */
  private static final int DISCOVERED = 60;

  private final CrawlConfig config;
  private final CrawlService crawls;
  private final CrawlProgress progress;
  private final Clock clock;
  private final NextTry nextTry;

  PackageTasks(CrawlConfig config, CrawlService crawls, CrawlProgress progress, Clock clock) {
    this.config = config;
    this.crawls = crawls;
    this.progress = progress;
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
        Tasks.custom(CRAWL).onFailure(backOff()).onDeadExecutionRevive().execute(this::crawlAgain));
  }

  /**
   * The first crawl of a package that was discovered.
   *
   * @param downloads last month: the more digits, the sooner; null where not known
   */
  static TaskInstance<Void> firstCrawl(PackageName name, @Nullable Long downloads) {
    int magnitude = downloads == null ? 0 : Long.toString(downloads).length();
    return FIRST_CRAWL.instance(name.value()).priority(DISCOVERED + magnitude).build();
  }

  /** The first crawl of a package that somebody asked for by name. */
  static TaskInstance<Void> firstCrawlOfList(PackageName name) {
    return FIRST_CRAWL.instance(name.value()).priority(Priority.HIGH).build();
  }

  /**
   * The next crawl of a known package. A first crawl of a whole registry takes days, in which the
   * hot and the warm would grow old: these, a few in a hundred, go before what is less popular.
   */
  static TaskInstance<Void> crawl(PackageName name, RefreshTier tier) {
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

  /** For what no outcome stands for: the database is away, or a fault of ours. */
  private FailureHandler<Void> backOff() {
    return (complete, operations) -> {
      int failures = complete.getExecution().consecutiveFailures + 1;
      PackageName name = new PackageName(complete.getExecution().taskInstance.getId());
      operations.reschedule(
          complete, nextTry.afterFailure(name, clock.instant(), failures, Duration.ZERO));
    };
  }

  private CompletionHandler<Void> crawlFirst(
      TaskInstance<Void> instance, ExecutionContext context) {
    PackageName name = new PackageName(instance.getId());
    if (context.getSchedulerClient().getScheduledExecution(ordinary(name)).isPresent()) {
      // Two processes that start with one list add it at once; the other was here first.
      return (_, operations) -> operations.remove();
    }
    CrawlOutcome outcome = crawl(name);
    if (outcome instanceof CrawlOutcome.Abandoned) {
      return (complete, operations) -> operations.reschedule(complete, outcome.nextTryAt());
    }
    return (_, operations) -> {
      // In this order: killed in between, the package is crawled once more, but never forgotten.
      context
          .getSchedulerClient()
          .scheduleIfNotExists(crawl(name, tier(outcome)), outcome.nextTryAt());
      operations.remove();
    };
  }

  private CompletionHandler<Void> crawlAgain(
      TaskInstance<Void> instance, ExecutionContext context) {
    PackageName name = new PackageName(instance.getId());
    CrawlOutcome outcome = crawl(name);
    TaskInstance<Void> next = nextOf(instance, outcome);
    if (next.getPriority() == instance.getPriority()) {
      return (complete, operations) -> operations.reschedule(complete, outcome.nextTryAt());
    }
    return (_, operations) -> {
      // Rescheduling keeps the priority. Killed in between, the package is found to be overdue.
      operations.remove();
      context.getSchedulerClient().scheduleIfNotExists(next, outcome.nextTryAt());
    };
  }

  /** A crawl out of turn; the package's ordinary one goes on from it. */
  private CompletionHandler<Void> crawlChanged(
      TaskInstance<Void> instance, ExecutionContext context) {
    PackageName name = new PackageName(instance.getId());
    TaskInstance<Void> ordinary = ordinary(name);
    SchedulerClient scheduler = context.getSchedulerClient();
    if (isUnderWay(scheduler, ordinary) || isUnderWay(scheduler, firstCrawlOfList(name))) {
      return (complete, operations) ->
          operations.reschedule(complete, clock.instant().plus(config.pollInterval()));
    }
    CrawlOutcome outcome = crawl(name);
    if (outcome instanceof CrawlOutcome.Abandoned) {
      return (complete, operations) -> operations.reschedule(complete, outcome.nextTryAt());
    }
    return (_, operations) -> {
      plan(scheduler, crawl(name, tier(outcome)), outcome.nextTryAt());
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

  private CrawlOutcome crawl(PackageName name) {
    progress.started(name);
    CrawlOutcome outcome = crawls.crawl(name);
    progress.ended(name, outcome);
    return outcome;
  }

  /** Stands for the next crawl whatever its priority. */
  private static TaskInstance<Void> ordinary(PackageName name) {
    return crawl(name, RefreshTier.COLD);
  }

  private static TaskInstance<Void> nextOf(TaskInstance<Void> current, CrawlOutcome outcome) {
    return tierOf(outcome)
        .map(tier -> crawl(new PackageName(current.getId()), tier))
        .orElse(current);
  }

  private static RefreshTier tier(CrawlOutcome outcome) {
    return tierOf(outcome).orElse(RefreshTier.COLD);
  }

  /** Only a success tells. */
  private static Optional<RefreshTier> tierOf(CrawlOutcome outcome) {
    return switch (outcome) {
      case CrawlOutcome.Stored stored -> Optional.of(stored.next().tier());
      case CrawlOutcome.Unchanged unchanged -> Optional.of(unchanged.next().tier());
      case CrawlOutcome.NotFound _,
          CrawlOutcome.Unreadable _,
          CrawlOutcome.Failed _,
          CrawlOutcome.Abandoned _ ->
          Optional.empty();
    };
  }
}
