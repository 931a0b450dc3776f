package dev.whence.cli;

import dev.whence.api.problem.Problems;
import dev.whence.web.error.ErrorPages;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.HeaderConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that were refused or failed outside pages and resources, in the same form. The
 * layers around them have their own error bodies, which nobody should see.
 */
@ApplicationScoped
class LastAnswer {

  private static final Logger LOG = Logger.getLogger(LastAnswer.class);

  /** What the router itself answers if no route does. */
  private static final int[] OF_THE_ROUTER = {400, 404, 405, 406, 413, 414, 415, 431, 500, 503};

  private static final String EVERYWHERE = "/*";

  private final ErrorPages pages;
  private final Problems problems;
  private final Map<String, HeaderConfig> headers;

  LastAnswer(ErrorPages pages, Problems problems, SmallRyeConfig config) {
    this.pages = pages;
    this.problems = problems;
    this.headers = config.getConfigMapping(VertxHttpConfig.class).header();
  }

  void route(@Observes Router router) {
    router
        .route()
        .order(RequestLimits.ORDER)
        .failureHandler(context -> answer(context, status(context)));
    for (int status : OF_THE_ROUTER) {
      // The router continues as soon as this returns, so nothing here may run later.
      router.errorHandler(status, context -> answer(context, status));
    }
  }

  /** Operators get a line, whichever program asks for them. */
  void route(@Observes ManagementInterface management) {
    Router router = management.router();
    router.route().order(RequestLimits.ORDER).failureHandler(LastAnswer::answerOperator);
    for (int status : OF_THE_ROUTER) {
      router.errorHandler(status, context -> answerOperator(context, status));
    }
  }

  private static void answerOperator(RoutingContext context) {
    answerOperator(context, status(context));
  }

  private static void answerOperator(RoutingContext context, int status) {
    @Nullable Throwable failure = context.failure();
    if (status == 500 && failure != null) {
      LOG.errorf(failure, "Failed to answer %s", context.request().path());
    }
    if (!context.response().ended()) {
      context
          .response()
          .setStatusCode(status)
          .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
          .end("HTTP status " + status + ". Health is at /q/health, metrics at /q/metrics.\n");
    }
  }

  private static int status(RoutingContext context) {
    if (context.failure() instanceof RejectedExecutionException) {
      return 503;
    }
    int status = context.statusCode();
    return status >= 400 ? status : 500;
  }

  private void answer(RoutingContext context, int status) {
    String path = String.valueOf(context.request().path());
    @Nullable Throwable failure = context.failure();
    if (status == 500 && failure != null) {
      LOG.errorf(failure, "Failed to answer %s", path);
    }
    HttpServerResponse response = context.response();
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      // A partial answer must not look complete.
      context.request().connection().close();
      return;
    }
    boolean api = Problems.areFor(path);
    String body = api ? problems.json(status, path) : pages.html(status, path);
    addHeaders(response.headers());
    if (status == 503) {
      response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(ErrorPages.RETRY_SECONDS));
    }
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, api ? Problems.MEDIA_TYPE : "text/html;charset=UTF-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body);
  }

  /** A request that was refused before any route has no standard headers yet. */
  private void addHeaders(MultiMap sent) {
    headers.forEach(
        (name, header) -> {
          if (header.path().equals(EVERYWHERE) && !sent.contains(name)) {
            sent.add(name, header.value());
          }
        });
  }
}
