package dev.whence.registry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A client with the real configuration's defaults, but for waits that are short. */
public final class TestRegistryClient {

  private TestRegistryClient() {}

  public static RegistryClient of(URI url) {
    return of(url, Map.of());
  }

  public static RegistryClient of(URI url, Map<String, String> config) {
    return of(url, config, new SimpleMeterRegistry());
  }

  /** The registry's changes feed. */
  public static ChangesFeed feed(URI url) {
    return new ChangesFeed(config(url, Map.of()), Clock.systemUTC(), new SimpleMeterRegistry());
  }

  static RegistryClient of(URI url, Map<String, String> config, MeterRegistry meters) {
    return new RegistryClient(config(url, config), Clock.systemUTC(), meters);
  }

  private static RegistryConfig config(URI url, Map<String, String> config) {
    Map<String, String> values = new HashMap<>();
    values.put("whence.registry.url", url.toString());
    values.put("whence.registry.backoff", "1ms");
    config.forEach((key, value) -> values.put("whence.registry." + key, value));
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(RegistryConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(RegistryConfig.class);
  }
}
