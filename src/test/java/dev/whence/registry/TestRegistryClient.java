package dev.whence.registry;

import dev.whence.registry.http.HttpGates;
import dev.whence.registry.http.RegistryConfig;
import dev.whence.registry.npm.ChangesFeed;
import dev.whence.registry.npm.DownloadCounts;
import dev.whence.registry.npm.DownloadsApi;
import dev.whence.registry.npm.RegistryClient;
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
    RegistryConfig config = config(url, Map.of());
    return new ChangesFeed(config, gates(config, new SimpleMeterRegistry()));
  }

  /** The registry's downloads API. */
  public static DownloadsApi downloads(URI url) {
    RegistryConfig config = config(url, Map.of());
    return new DownloadsApi(config, gates(config, new SimpleMeterRegistry()));
  }

  /** The registry's package download-counts. */
  public static DownloadCounts counts(URI url) {
    RegistryConfig config = config(url, Map.of());
    HttpGates gates = gates(config, new SimpleMeterRegistry());
    return new DownloadCounts(config, new RegistryClient(config, gates), gates);
  }

  /** A client that counts its answers, whose settings are given without their prefix. */
  public static RegistryClient of(URI url, Map<String, String> config, MeterRegistry meters) {
    RegistryConfig mapped = config(url, config);
    return new RegistryClient(mapped, gates(mapped, meters));
  }

  /** The doors of one process, whose settings are given without their prefix. */
  public static HttpGates gates(URI url, Map<String, String> config) {
    return gates(config(url, config), new SimpleMeterRegistry());
  }

  /** A client that goes through these doors. */
  public static RegistryClient through(HttpGates gates, URI url) {
    return new RegistryClient(config(url, Map.of()), gates);
  }

  private static HttpGates gates(RegistryConfig config, MeterRegistry meters) {
    return new HttpGates(config, Clock.systemUTC(), meters);
  }

  /** The settings of such a client. */
  public static RegistryConfig config(URI url) {
    return config(url, Map.of());
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
