package dev.whence.registry;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One door a host, whoever asks it for what: what a server is asked counts together. */
@ApplicationScoped
public class HttpGates {

  private final RegistryConfig config;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Map<String, HttpGate> byHost = new ConcurrentHashMap<>();

  public HttpGates(RegistryConfig config, Clock clock, MeterRegistry meters) {
    this.config = config;
    this.clock = clock;
    this.meters = meters;
  }

  /** The door to the host that an address names. */
  HttpGate to(URI address) {
    return byHost.computeIfAbsent(
        String.valueOf(address.getRawAuthority()), _ -> new HttpGate(config, clock, meters));
  }

  /** A path below an address, whether that ends with a slash or not. */
  static URI under(URI address, String path) {
    return URI.create(address.toString().replaceFirst("/+$", "") + path);
  }
}
