package dev.whence.crawl.process;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.whence.crawl.CrawlConfig;
import dev.whence.crawl.pkg.CrawlOutcome;
import dev.whence.crawl.pkg.CrawlService;
import dev.whence.crawl.schedule.CrawlTask;
import dev.whence.crawl.schedule.NextLook;
import dev.whence.crawl.schedule.RefreshEvent;
import dev.whence.crawl.schedule.RefreshTable;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The crawls that db-scheduler hands out: each is done, and its package planned again when {@link
 * RefreshTable} says.
 */
@ApplicationScoped
public class PackageTasks {

  private static final Logger LOG = Logger.getLogger(PackageTasks.class);

  private final CrawlService crawls;
  private final CrawlProgress progress;
  private final Clock clock;
  private final RefreshTable table;

  public PackageTasks(
      CrawlConfig config, CrawlService crawls, CrawlProgress progress, Clock clock) {
    this.crawls = crawls;
    this.progress = progress;
    this.clock = clock;
    this.table = new RefreshTable(config);
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
          complete, next(name, new RefreshEvent.Failed(failures, Duration.ZERO)).at());
    };
  }

  private CompletionHandler<Void> crawlFirst(
      TaskInstance<Void> instance, ExecutionContext context) {
    PackageName name = new PackageName(instance.getId());
    if (exists(context.getSchedulerClient(), CrawlTask.id(CrawlTask.CRAWL, name))) {
      // Two processes that start with one list add it at the same time; the other one was first.
      return (_, operations) -> operations.remove();
    }
    CrawlOutcome outcome = crawl(name);
    if (outcome instanceof CrawlOutcome.Abandoned) {
      return (complete, operations) -> operations.reschedule(complete, outcome.nextTryAt());
    }
    return (_, operations) -> {
      // In this order, a kill between the two steps causes one crawl too many, never a missing one.
      context
          .getSchedulerClient()
          .scheduleIfNotExists(ordinary(name, outcome.next()), outcome.nextTryAt());
      operations.remove();
    };
  }

  private CompletionHandler<Void> crawlAgain(
      TaskInstance<Void> instance, ExecutionContext context) {
    PackageName name = new PackageName(instance.getId());
    NextLook next = crawl(name).next();
    if (next.keepsTier() || next.priority() == instance.getPriority()) {
      return (complete, operations) -> operations.reschedule(complete, next.at());
    }
    return (_, operations) -> {
      // Rescheduling keeps the priority. After a kill in between, the package is found as overdue.
      operations.remove();
      context.getSchedulerClient().scheduleIfNotExists(ordinary(name, next), next.at());
    };
  }

  /** An additional crawl after a change; the next regular crawl is planned from it. */
  private CompletionHandler<Void> crawlChanged(
      TaskInstance<Void> instance, ExecutionContext context) {
    PackageName name = new PackageName(instance.getId());
    SchedulerClient scheduler = context.getSchedulerClient();
    if (isUnderWay(scheduler, CrawlTask.id(CrawlTask.CRAWL, name))
        || isUnderWay(scheduler, CrawlTask.id(CrawlTask.FIRST_CRAWL, name))) {
      return (complete, operations) ->
          operations.reschedule(complete, next(name, new RefreshEvent.UnderWay()).at());
    }
    CrawlOutcome outcome = crawl(name);
    if (outcome instanceof CrawlOutcome.Abandoned) {
      return (complete, operations) -> operations.reschedule(complete, outcome.nextTryAt());
    }
    return (_, operations) -> {
      plan(scheduler, name, outcome.next());
      operations.remove();
    };
  }

  private static boolean exists(SchedulerClient scheduler, TaskInstanceId task) {
    return scheduler.getScheduledExecution(task).isPresent();
  }

  private static boolean isUnderWay(SchedulerClient scheduler, TaskInstanceId task) {
    return scheduler.getScheduledExecution(task).filter(ScheduledExecution::isPicked).isPresent();
  }

  /** A crawl that has just begun plans its next turn itself. */
  private static void plan(SchedulerClient scheduler, PackageName name, NextLook next) {
    try {
      scheduler.schedule(
          ordinary(name, next), next.at(), SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    } catch (TaskInstanceCurrentlyExecutingException e) {
      LOG.debugf(e, "The next crawl of %s was not planned anew", name);
    }
  }

  private CrawlOutcome crawl(PackageName name) {
    progress.started(name);
    CrawlOutcome outcome = crawls.crawl(name);
    progress.ended(name, outcome);
    return outcome;
  }

  private NextLook next(PackageName name, RefreshEvent event) {
    return table.after(event, name, clock.instant());
  }

  private static TaskInstance<Void> ordinary(PackageName name, NextLook next) {
    return CrawlTask.of(CrawlTask.CRAWL, name, next);
  }
}
