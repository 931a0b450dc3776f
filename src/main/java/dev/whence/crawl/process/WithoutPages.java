package dev.whence.crawl.process;

import dev.whence.crawl.Role;
import dev.whence.crawl.RolesConfig;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A process without the role {@code web} shows no pages. Its answers for operators come before this
 * handler.
 */
@ApplicationScoped
class WithoutPages {

  /** This order is before all handlers that Quarkus adds. */
  private static final int FIRST = -1_000;

  private final RolesConfig process;

  WithoutPages(RolesConfig process) {
    this.process = process;
  }

  void route(@Observes Router router) {
    if (!process.roles().contains(Role.WEB)) {
      router.route().order(FIRST).handler(WithoutPages::answer);
    }
  }

  private static void answer(RoutingContext request) {
    request
        .response()
        .setStatusCode(404)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end("This process shows no pages. A process with the role web does.\n");
  }
}
