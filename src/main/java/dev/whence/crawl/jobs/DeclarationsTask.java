package dev.whence.crawl.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Priority;
import dev.whence.catalog.JobName;
import dev.whence.catalog.write.DeclaredAgain;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * After an upgrade that understands more repository addresses, reads the stored addresses again.
 */
@ApplicationScoped
public class DeclarationsTask {

  private static final Logger LOG = Logger.getLogger(DeclarationsTask.class);

  /** Nearly always there is nothing to do; one row in the database says so. */
  private static final Duration EVERY = Duration.ofMinutes(10);

  private final DeclaredAgain declared;

  public DeclarationsTask(DeclaredAgain declared) {
    this.declared = declared;
  }

  public Job job() {
    return new Job(JobName.READ_DECLARATIONS, EVERY, Priority.LOW, this::run);
  }

  private Optional<String> run(ExecutionContext context) {
    run(Job.stop(context));
    return Optional.empty();
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
