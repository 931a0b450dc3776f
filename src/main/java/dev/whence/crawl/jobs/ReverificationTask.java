package dev.whence.crawl.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Priority;
import dev.whence.catalog.JobName;
import dev.whence.catalog.write.StaleVerdicts.Which;
import dev.whence.crawl.CrawlConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks regularly for verdicts of an older verifier, and verifies them again on half of the cores,
 * in one of the processes that share the Postgres.
 */
@ApplicationScoped
public class ReverificationTask {

  private static final Logger LOG = Logger.getLogger(ReverificationTask.class);

  private final CrawlConfig config;
  private final Reverification reverification;
  private final MeterRegistry meters;

  public ReverificationTask(
      CrawlConfig config, Reverification reverification, MeterRegistry meters) {
    this.config = config;
    this.reverification = reverification;
    this.meters = meters;
  }

  public Job job() {
    return new Job(JobName.REVERIFY, config.reverifyEvery(), Priority.LOW, this::run);
  }

  private Optional<String> run(ExecutionContext context) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    Reverification.Result result =
        reverification.run(Which.OLDER, threads, _ -> {}, Job.stop(context));
    count("attestation", result.attestations());
    count("registry_signature", result.signatures());
    if (result.attestations() + result.signatures() > 0) {
      LOG.infof(
          "Verified again, since the verifier or its trust material changed: %d attestations,"
              + " %d registry signatures",
          result.attestations(), result.signatures());
    }
    return Optional.empty();
  }

  private void count(String what, long verdicts) {
    meters.counter("whence.verify.again", "what", what).increment((double) verdicts);
  }
}
