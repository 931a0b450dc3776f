package dev.whence.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether a process that crawls takes work. Crawls that fail do not count: the registry's troubles
 * are no reason to exchange the process.
 */
@Readiness
@ApplicationScoped
class CrawlHealth implements HealthCheck {

  private final RolesConfig process;
  private final CrawlStart start;
  private final CrawlScheduler scheduler;

  CrawlHealth(RolesConfig process, CrawlStart start, CrawlScheduler scheduler) {
    this.process = process;
    this.start = start;
    this.scheduler = scheduler;
  }

  @Override
  public HealthCheckResponse call() {
    boolean crawls = start.isCrawling();
    return HealthCheckResponse.named("Crawl scheduler")
        .status(!crawls || scheduler.isRunning())
        .withData("roles", String.join(",", process.roles().stream().sorted().toList()))
        .withData("crawls", crawls)
        .build();
  }
}
