package dev.whence.web;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses before any page is asked for, as a server does that has too much to do. */
@ApplicationScoped
public class PlantedRefusal {

  /** Before the routes of pages and resources. */
  private static final int ORDER = -1_000;

  void route(@Observes Router router) {
    router.route("/planted-refusal").order(ORDER).handler(context -> context.fail(503));
    router.route("/api/planted-refusal").order(ORDER).handler(context -> context.fail(503));
  }
}
