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

  static RegistryClient of(URI url, Map<String, String> config, MeterRegistry meters) {
    Map<String, String> values = new HashMap<>();
    values.put("whence.registry.url", url.toString());
    values.put("whence.registry.backoff", "1ms");
    config.forEach((key, value) -> values.put("whence.registry." + key, value));
    RegistryConfig mapped =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(RegistryConfig.class)
            .withDefaultValues(values)
            .build()
            .getConfigMapping(RegistryConfig.class);
    return new RegistryClient(mapped, Clock.systemUTC(), meters);
  }
}
