package dev.whence.crawl.process;

import dev.whence.catalog.CatalogException;
import dev.whence.crawl.Role;
import dev.whence.crawl.RolesConfig;
import dev.whence.crawl.pkg.CrawlSilence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether a crawling process takes work and finishes it. Failed crawls do not count: a restart does
 * not help against the registry's problems. It helps if a crawl hangs.
 */
@Readiness
@ApplicationScoped
public class CrawlHealth implements HealthCheck {

  private final RolesConfig process;
  private final CrawlStart start;
  private final CrawlScheduler scheduler;
  private final CrawlSilence silence;

  public CrawlHealth(
      RolesConfig process, CrawlStart start, CrawlScheduler scheduler, CrawlSilence silence) {
    this.process = process;
    this.start = start;
    this.scheduler = scheduler;
    this.silence = silence;
  }

  @Override
  public HealthCheckResponse call() {
    boolean crawls = start.isCrawling();
    Optional<String> hanging = crawls ? hanging() : Optional.empty();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("Crawl scheduler")
            .status(!crawls || (scheduler.isRunning() && hanging.isEmpty()))
            .withData("roles", Role.words(process.roles()))
            .withData("crawls", crawls);
    hanging.ifPresent(words -> answer.withData("hangs", words));
    return answer.build();
  }

  /** Another check says whether the database answers. */
  private Optional<String> hanging() {
    try {
      return silence.hanging();
    } catch (CatalogException away) {
      return Optional.empty();
    }
  }
}
