package dev.whence.cli;

import dev.whence.crawl.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./whence up}: everything in one process, with its own Postgres. */
@Command(
    name = "up",
    description = {
      "Crawl, verify and serve, on a Postgres of its own that needs no installation.",
      "WHENCE_DATABASE_URL, _USER and _PASSWORD name another Postgres instead."
    },
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();
  @Mixin private final CrawlOptions crawl = new CrawlOptions();
  @Mixin private final DataOptions data = new DataOptions();

  @Override
  public Integer call() {
    return new ServerRun(server, data)
        .with(crawl.config())
        .as(Role.WEB, Role.CRAWL, Role.VERIFY)
        .run();
  }
}
