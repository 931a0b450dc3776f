package dev.whence.crawl.process;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.whence.catalog.CatalogException;
import dev.whence.catalog.state.ClientStore;
import dev.whence.catalog.state.ClientStore.Clients;
import dev.whence.registry.http.HttpGates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the processes that share a Postgres together as polite as one. Each process takes its share
 * of the request rate and of the parallel requests. If one is asked to wait, all wait. They notice
 * each other within half a second, and a pause within a fifth of a second.
 */
@ApplicationScoped
public class Politeness {

  private static final Logger LOG = Logger.getLogger(Politeness.class);

  private static final Duration PERIOD = Duration.ofMillis(500);

  /** A process that is asked to wait records it at once; to look for a pause is one small query. */
  private static final Duration LOOK_FOR_PAUSES = Duration.ofMillis(100);

  /**
   * Long enough for a pause of the garbage collector. After this time, the others take over the
   * share of a silent process.
   */
  private static final Duration FORGOTTEN = Duration.ofSeconds(10);

  private final HttpGates gates;
  private final ClientStore store;
  private final String process = UUID.randomUUID().toString();
  private @Nullable ScheduledExecutorService timer;
  private List<Future<?>> recurring = List.of();

  public Politeness(HttpGates gates, ClientStore store) {
    this.gates = gates;
    this.store = store;
  }

  /** Starts to take part. Returns when the others have reduced their shares. */
  synchronized void join() {
    if (timer != null) {
      return;
    }
    if (exchange().processes() > 1) {
      Uninterruptibles.sleepUninterruptibly(PERIOD.multipliedBy(2));
    }
    // Virtual threads that verify keep the cores busy, and this must not wait for them.
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("whence-politeness").factory());
    recurring =
        List.of(
            repeat(started, PERIOD, this::exchange),
            repeat(started, LOOK_FOR_PAUSES, () -> gates.pause(store.pauses())));
    gates.onRefusal(() -> tell(started));
    timer = started;
  }

  private static Future<?> repeat(
      ScheduledExecutorService timer, Duration period, Runnable exchange) {
    return timer.scheduleWithFixedDelay(
        () -> unlessAway(exchange), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tell(ScheduledExecutorService started) {
    try {
      started.execute(() -> unlessAway(this::exchange));
    } catch (RejectedExecutionException e) {
      LOG.debug("This process ends, and the others find out by asking", e);
    }
  }

  private static void unlessAway(Runnable exchange) {
    try {
      exchange.run();
    } catch (RuntimeException e) {
      LOG.debug("What is known stays as it is while the database is away", e);
    }
  }

  /** Stops taking part: the others get its share at once. */
  synchronized void leave() {
    if (timer == null) {
      return;
    }
    recurring.forEach(one -> one.cancel(false));
    timer.shutdown();
    // With a limit: the process must be able to end even if something hangs.
    if (!Uninterruptibles.awaitTerminationUninterruptibly(timer, PERIOD.multipliedBy(2))) {
      LOG.warn("The last exchange with other processes has not ended");
    }
    timer = null;
    try {
      store.leave(process);
    } catch (CatalogException e) {
      LOG.debug("The others notice by themselves", e);
    }
  }

  private Clients exchange() {
    Clients clients = store.seen(process, gates.pauses(), FORGOTTEN);
    gates.share(clients.processes());
    gates.pause(clients.pauses());
    return clients;
  }
}
