package dev.whence.crawl;

import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.whence.catalog.DeclaredAgain;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** After an upgrade that reads repository addresses better, reads the stored ones again. */
@ApplicationScoped
class DeclarationsTask {

  private static final Logger LOG = Logger.getLogger(DeclarationsTask.class);

  /** Nearly always there is nothing to do, which one row tells. */
  private static final Duration EVERY = Duration.ofMinutes(10);

  private final DeclaredAgain declared;

  DeclarationsTask(DeclaredAgain declared) {
    this.declared = declared;
  }

  RecurringTask<Void> task() {
    return Tasks.recurring("read-declarations", FixedDelay.of(EVERY))
        .defaultPriority(Priority.LOW)
        .execute((_, context) -> run(ClusterTasks.stop(context)));
  }

  void run(BooleanSupplier stop) {
    long steps = 0;
    while (!stop.getAsBoolean() && declared.step()) {
      steps++;
    }
    if (steps > 0) {
      LOG.info("Read again which repositories the stored versions declare");
    }
  }
}
