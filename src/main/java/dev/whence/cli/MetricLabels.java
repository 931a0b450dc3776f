package dev.whence.cli;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps out of the metrics' labels what clients make up: each new value is a time series more, here
 * and where the metrics are collected.
 */
@ApplicationScoped
class MetricLabels {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

  @Produces
  @Singleton
  MeterFilter knownMethods() {
    return MeterFilter.replaceTagValues(
        "method", method -> METHODS.contains(method) ? method : "OTHER");
  }

  /** These are answered for any path, and so would be counted by it. */
  @Produces
  @Singleton
  MeterFilter optionsWithoutPath() {
    return new MeterFilter() {
      @Override
      public Meter.Id map(Meter.Id id) {
        return "OPTIONS".equals(id.getTag("method")) ? id.withTag(Tag.of("uri", "ANY")) : id;
      }
    };
  }
}
