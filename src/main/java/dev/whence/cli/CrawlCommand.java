package dev.whence.cli;

import dev.whence.crawl.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./whence crawl}: crawling and verifying only; any number of these share one Postgres. */
@Command(
    name = "crawl",
    description = {
      "Crawl and verify. /healthz on the port says whether it is ready. ./whence serve has the pages.",
      "Needs WHENCE_DATABASE_URL, _USER and _PASSWORD: the Postgres to write to."
    },
    mixinStandardHelpOptions = true)
final class CrawlCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();
  @Mixin private final CrawlOptions crawl = new CrawlOptions();

  @Override
  public Integer call() {
    return new ServerRun(server, ExternalDatabase.required())
        .with(crawl.config())
        .as(Role.CRAWL, Role.VERIFY)
        .run(ServeRun.class, server.greeting("crawling; whether it is ready is at %shealthz"));
  }
}
