package dev.whence.crawl.jobs;

import com.github.kagkarlsson.scheduler.task.Priority;
import dev.whence.catalog.JobName;
import dev.whence.crawl.Role;
import dev.whence.crawl.RolesConfig;
import dev.whence.verify.TrustKeeper;
import dev.whence.verify.trust.TrustConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the trust material current, in one of the processes that verify and share the Postgres. */
@ApplicationScoped
public class TrustTasks {

  private static final Duration COMPARE_KEYS = Duration.ofHours(6);
  private static final Duration FIND_GAPS = Duration.ofMinutes(1);

  private final RolesConfig process;
  private final TrustConfig config;
  private final TrustKeeper trust;
  private final SharedTrust shared;
  private final RegistryKeys keys;
  private final TrustGaps gaps;

  public TrustTasks(
      RolesConfig process,
      TrustConfig config,
      TrustKeeper trust,
      SharedTrust shared,
      RegistryKeys keys,
      TrustGaps gaps) {
    this.process = process;
    this.config = config;
    this.trust = trust;
    this.shared = shared;
    this.keys = keys;
    this.gaps = gaps;
  }

  /**
   * All trust jobs of this process. If it does not ask the TUF repository, other processes refresh.
   */
  public List<Job> all() {
    List<Job> jobs = new ArrayList<>();
    if (process.roles().contains(Role.VERIFY)) {
      jobs.add(job(JobName.REGISTRY_KEYS, COMPARE_KEYS, keys::compare));
      jobs.add(job(JobName.TRUST_GAPS, FIND_GAPS, gaps::look));
      if (trust.asks()) {
        jobs.add(job(JobName.TRUST, config.refreshEvery(), shared::refresh));
      }
    }
    return jobs;
  }

  private static Job job(JobName name, Duration every, Supplier<Optional<String>> work) {
    return new Job(name, every, Priority.HIGH, _ -> work.get());
  }
}
