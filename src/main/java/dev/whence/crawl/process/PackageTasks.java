package dev.whence.crawl.process;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.whence.catalog.RefreshTier;
import dev.whence.crawl.CrawlConfig;
import dev.whence.crawl.pkg.CrawlOutcome;
import dev.whence.crawl.pkg.CrawlService;
import dev.whence.crawl.schedule.CrawlTask;
import dev.whence.crawl.schedule.NextTry;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The work that db-scheduler hands out, one instance of each task a package, with the package's
 * name as its id.
 */
@ApplicationScoped
public class PackageTasks {

  private static final Logger LOG = Logger.getLogger(PackageTasks.class);

  private final CrawlConfig config;
  private final CrawlService crawls;
  private final CrawlProgress progress;
  private final Clock clock;
  private final NextTry nextTry;

  public PackageTasks(
      CrawlConfig config, CrawlService crawls, CrawlProgress progress, Clock clock) {
    this.config = config;
    this.crawls = crawls;
    this.progress = progress;
    this.clock = clock;
    this.nextTry = new NextTry(config);
  }

  List<Task<?>> all() {
    return List.of(
        Tasks.custom(CrawlTask.FIRST_CRAWL)
            .onFailure(backOff())
            .onDeadExecutionRevive()
            .execute(this::crawlFirst),
        Tasks.custom(CrawlTask.CHANGED)
            .onFailure(backOff())
            .onDeadExecutionRevive()
            .execute(this::crawlChanged),
        Tasks.custom(CrawlTask.CRAWL)
            .onFailure(backOff())
            .onDeadExecutionRevive()
            .execute(this::crawlAgain));
  }

  /** For failures without an outcome: the database does not answer, or we have a bug. */
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
    if (context.getSchedulerClient().getScheduledExecution(CrawlTask.ordinary(name)).isPresent()) {
      // Two processes that start with one list add it at the same time; the other one was first.
      return (_, operations) -> operations.remove();
    }
    CrawlOutcome outcome = crawl(name);
    if (outcome instanceof CrawlOutcome.Abandoned) {
      return (complete, operations) -> operations.reschedule(complete, outcome.nextTryAt());
    }
    return (_, operations) -> {
      // In this order, a kill in between leads to one more crawl, never to a missing one.
      context
          .getSchedulerClient()
          .scheduleIfNotExists(CrawlTask.crawl(name, tier(outcome)), outcome.nextTryAt());
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
      // Rescheduling keeps the priority. After a kill in between, the package is found as overdue.
      operations.remove();
      context.getSchedulerClient().scheduleIfNotExists(next, outcome.nextTryAt());
    };
  }

  /** An additional crawl; the package's regular one continues from it. */
  private CompletionHandler<Void> crawlChanged(
      TaskInstance<Void> instance, ExecutionContext context) {
    PackageName name = new PackageName(instance.getId());
    TaskInstance<Void> ordinary = CrawlTask.ordinary(name);
    SchedulerClient scheduler = context.getSchedulerClient();
    if (isUnderWay(scheduler, ordinary)
        || isUnderWay(scheduler, CrawlTask.firstCrawlOfList(name))) {
      return (complete, operations) ->
          operations.reschedule(complete, clock.instant().plus(config.pollInterval()));
    }
    CrawlOutcome outcome = crawl(name);
    if (outcome instanceof CrawlOutcome.Abandoned) {
      return (complete, operations) -> operations.reschedule(complete, outcome.nextTryAt());
    }
    return (_, operations) -> {
      plan(scheduler, CrawlTask.crawl(name, tier(outcome)), outcome.nextTryAt());
      operations.remove();
    };
  }

  private static boolean isUnderWay(SchedulerClient scheduler, TaskInstance<Void> task) {
    return scheduler.getScheduledExecution(task).filter(ScheduledExecution::isPicked).isPresent();
  }

  /** A crawl that has just begun plans its next turn itself. */
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

  private static TaskInstance<Void> nextOf(TaskInstance<Void> current, CrawlOutcome outcome) {
    return tierOf(outcome)
        .map(tier -> CrawlTask.crawl(new PackageName(current.getId()), tier))
        .orElse(current);
  }

  private static RefreshTier tier(CrawlOutcome outcome) {
    return tierOf(outcome).orElse(RefreshTier.COLD);
  }

  /** Only a success gives it. */
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
