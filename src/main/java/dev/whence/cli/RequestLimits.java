package dev.whence.cli;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that no page and no resource accepts, before other layers refuse them in their
 * own words. The server's limits ({@code quarkus.http.limits}) are wider. Beyond those the server
 * answers a bare status, because there is no parsed request yet.
 */
@ApplicationScoped
class RequestLimits {

  /**
   * Our own addresses have a few hundred characters; an address with every filter has some
   * thousand.
   */
  private static final int MAX_ADDRESS = 4_096;

  /** In characters of names and values together. */
  private static final int MAX_HEADERS = 16 * 1024;

  /** Only lockfiles are sent to us, and the largest real ones are smaller. */
  private static final long MAX_BODY = 20L * 1024 * 1024;

  /**
   * Quarkus' own check of addresses, before any route and with an empty answer. {@link #isAddress}
   * makes the same check instead. The key must be set before the application starts.
   */
  static final Map<String, String> WITHOUT_FOREIGN_CHECK =
      Map.of("vertx.disableURIValidation", "true");

  /** After the headers that every answer has, and before all routes. */
  static final int ORDER = Integer.MIN_VALUE + 10;

  void route(@Observes Router router) {
    router.route().order(ORDER).handler(RequestLimits::check);
  }

  private static void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.uri().length() > MAX_ADDRESS) {
      context.fail(414);
    } else if (headerLength(request) > MAX_HEADERS) {
      context.fail(431);
    } else if (bodyLength(request) > MAX_BODY) {
      // Reading the body only to discard it would cost more.
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      context.addEndHandler(ended -> request.connection().close());
      context.fail(413);
    } else if (!isAddress(request.uri())) {
      context.fail(400);
    } else if (String.valueOf(request.path()).indexOf(';') >= 0) {
      context.reroute(withoutParameters(request));
    } else {
      context.next();
    }
  }

  /**
   * In our addresses a semicolon is a character like any other. RESTEasy treats it as the beginning
   * of a matrix parameter, and fails on a segment that begins with it.
   */
  private static String withoutParameters(HttpServerRequest request) {
    String path = String.valueOf(request.path()).replace(";", "%3B");
    return request.query() == null ? path : path + "?" + request.query();
  }

  private static boolean isAddress(String uri) {
    try {
      return new URI(uri).getRawPath() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static int headerLength(HttpServerRequest request) {
    int length = 0;
    for (Map.Entry<String, String> header : request.headers()) {
      length += header.getKey().length() + header.getValue().length();
    }
    return length;
  }

  private static long bodyLength(HttpServerRequest request) {
    @Nullable String stated = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return stated == null ? 0 : Long.parseLong(stated);
    } catch (NumberFormatException largerThanAny) {
      return Long.MAX_VALUE;
    }
  }
}
