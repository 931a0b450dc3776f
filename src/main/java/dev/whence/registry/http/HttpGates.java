package dev.whence.registry.http;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One door a host, whoever asks it for what: what a server is asked counts together. */
@ApplicationScoped
public class HttpGates {

  private final RegistryConfig config;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Map<String, HttpGate> byHost = new ConcurrentHashMap<>();
  private volatile int processes = 1;
  private volatile Runnable onRefusal = () -> {};

  public HttpGates(RegistryConfig config, Clock clock, MeterRegistry meters) {
    this.config = config;
    this.clock = clock;
    this.meters = meters;
  }

  /** The door to the host that an address names. */
  public HttpGate to(URI address) {
    return byHost.computeIfAbsent(String.valueOf(address.getRawAuthority()), _ -> open());
  }

  private HttpGate open() {
    HttpGate gate = new HttpGate(config, clock, meters, () -> onRefusal.run());
    gate.share(processes);
    return gate;
  }

  /** From now on so many processes share what one may ask. */
  public void share(int among) {
    if (among != processes) {
      processes = among;
      byHost.values().forEach(gate -> gate.share(among));
    }
  }

  /** Is to be told at once when a host has asked for a pause. */
  public void onRefusal(Runnable told) {
    onRefusal = told;
  }

  /** Until when hosts asked this process to leave them alone, those alone that still do. */
  public Map<String, Instant> pauses() {
    Instant now = clock.instant();
    return byHost.entrySet().stream()
        .filter(host -> host.getValue().pausedUntil().isAfter(now))
        .collect(Collectors.toMap(Map.Entry::getKey, host -> host.getValue().pausedUntil()));
  }

  /** Other processes were asked to leave these hosts alone. */
  public void pause(Map<String, Instant> pauses) {
    // Also those that this process will ask for the first time.
    pauses.forEach((host, until) -> byHost.computeIfAbsent(host, _ -> open()).pauseUntil(until));
  }

  /** A path below an address, whether that ends with a slash or not. */
  public static URI under(URI address, String path) {
    return URI.create(address.toString().replaceFirst("/+$", "") + path);
  }
}
