package dev.whence.cli;

import dev.whence.crawl.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./whence serve}: the pages and the API only, beside a crawler elsewhere. */
@Command(
    name = "serve",
    description = {
      "Serve pages and API only, without crawling.",
      "Needs WHENCE_DATABASE_URL, _USER and _PASSWORD: the Postgres that the crawler writes to."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Override
  public Integer call() {
    return new ServerRun(server, ExternalDatabase.required())
        .as(Role.WEB)
        .with("whence.crawl.enabled", "false")
        .run();
  }
}
