package dev.whence.cli;

import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * {@code /healthz} on the port of the pages: whether this process is ready, in one word, for load
 * balancers. The management port gives the reason if it is not.
 */
@ApplicationScoped
class ReadinessAddress {

  private static final String PATH = "/healthz";

  /** Runs before the answer that a process has no pages. */
  private static final int ORDER = -2_000;

  private final SmallRyeHealthReporter reporter;

  ReadinessAddress(SmallRyeHealthReporter reporter) {
    this.reporter = reporter;
  }

  void route(@Observes Router router) {
    // A check waits for the database. A check that hangs must not delay the others.
    router.route(PATH).order(ORDER).blockingHandler(this::answer, false);
  }

  private void answer(RoutingContext context) {
    HttpMethod method = context.request().method();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      context.fail(405);
      return;
    }
    boolean ready = !reporter.getReadiness().isDown();
    context
        .response()
        .setStatusCode(ready ? 200 : 503)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(ready ? "ready\n" : "not ready\n");
  }
}
