package dev.whence.cli;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Lets other sites show our pictures, such as charts, and nothing else. */
@ApplicationScoped
class EmbeddablePictures {

  private static final String POLICY = "Cross-Origin-Resource-Policy";

  void route(@Observes Router router) {
    router
        .route()
        .order(RequestLimits.ORDER)
        .handler(
            context -> {
              context.addHeadersEndHandler(end -> open(context.response().headers()));
              context.next();
            });
  }

  private static void open(MultiMap headers) {
    @Nullable String type = headers.get(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.startsWith("image/")) {
      headers.set(POLICY, "cross-origin");
    }
  }
}
