package dev.whence.crawl.process;

import dev.whence.catalog.state.PlanStore;
import dev.whence.crawl.CrawlConfig;
import dev.whence.crawl.Role;
import dev.whence.crawl.RolesConfig;
import dev.whence.provenance.PackageName;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** Starts the crawl with the process, if the process crawls, and ends it with the process. */
@ApplicationScoped
public class CrawlStart {

  private static final Logger LOG = Logger.getLogger(CrawlStart.class);

  private final CrawlConfig config;
  private final RolesConfig process;
  private final PlanStore plans;
  private final CrawlScheduler scheduler;
  private final Politeness politeness;

  public CrawlStart(
      CrawlConfig config,
      RolesConfig process,
      PlanStore plans,
      CrawlScheduler scheduler,
      Politeness politeness) {
    this.config = config;
    this.process = process;
    this.plans = plans;
    this.scheduler = scheduler;
    this.politeness = politeness;
  }

  /** Whether this process crawls by itself. */
  boolean isCrawling() {
    return config.enabled() && process.roles().contains(Role.CRAWL);
  }

  void onStart(@Observes StartupEvent event) {
    if (!isCrawling()) {
      return;
    }
    List<PackageName> names = names();
    politeness.join();
    scheduler.start();
    scheduler.add(names);
    LOG.infof("The crawl has started with %d packages on its list", names.size());
  }

  void onStop(@Observes ShutdownEvent event) {
    scheduler.stop();
    politeness.leave();
  }

  private List<PackageName> names() {
    if (config.packages().isPresent()) {
      return PackageList.parse(config.packages().get());
    }
    return plans.isEmpty() ? PackageList.wellKnown() : List.of();
  }
}
