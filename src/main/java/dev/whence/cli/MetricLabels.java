package dev.whence.cli;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps text from clients out of the metrics' labels. Each new value would add a time series, here
 * and in the system that collects the metrics.
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

  /** These are answered for any path, so they would be counted by path. */
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
