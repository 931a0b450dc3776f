package dev.whence.crawl;

import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.whence.verify.TrustConfig;
import dev.whence.verify.TrustKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps the trust material current, in one process of all that verify and share the Postgres. */
@ApplicationScoped
class TrustTasks {

  private static final Duration COMPARE_KEYS = Duration.ofHours(6);

  private final RolesConfig process;
  private final TrustConfig config;
  private final TrustKeeper trust;
  private final SharedTrust shared;
  private final RegistryKeys keys;

  TrustTasks(
      RolesConfig process,
      TrustConfig config,
      TrustKeeper trust,
      SharedTrust shared,
      RegistryKeys keys) {
    this.process = process;
    this.config = config;
    this.trust = trust;
    this.shared = shared;
    this.keys = keys;
  }

  /** A process that asks nobody leaves the refresh to those that do. */
  List<RecurringTask<Void>> all() {
    List<RecurringTask<Void>> tasks = new ArrayList<>();
    if (process.roles().contains("verify")) {
      tasks.add(recurring("registry-keys", COMPARE_KEYS, keys::compare));
      if (trust.asks()) {
        tasks.add(recurring("trust", config.refreshEvery(), shared::refresh));
      }
    }
    return tasks;
  }

  private static RecurringTask<Void> recurring(String name, Duration every, Runnable job) {
    return Tasks.recurring(name, FixedDelay.of(every))
        .defaultPriority(Priority.HIGH)
        .execute((_, _) -> job.run());
  }
}
