package dev.whence.registry.http;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One gate per host: all requests to a server count together. */
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

  /** The gate to the host of an address. */
  public HttpGate to(URI address) {
    return byHost.computeIfAbsent(String.valueOf(address.getRawAuthority()), _ -> open());
  }

  private HttpGate open() {
    HttpGate gate = new HttpGate(config, clock, meters, () -> onRefusal.run());
    gate.share(processes);
    return gate;
  }

  /** From now on this many processes share the limits of one. */
  public void share(int among) {
    if (among != processes) {
      processes = among;
      byHost.values().forEach(gate -> gate.share(among));
    }
  }

  /** Gets a call at once when a host has asked for a pause. */
  public void onRefusal(Runnable told) {
    onRefusal = told;
  }

  /** Until when hosts asked this process to wait; only pauses that have not ended. */
  public Map<String, Instant> pauses() {
    Instant now = clock.instant();
    return byHost.entrySet().stream()
        .filter(host -> host.getValue().pausedUntil().isAfter(now))
        .collect(Collectors.toMap(Map.Entry::getKey, host -> host.getValue().pausedUntil()));
  }

  /** Hosts asked other processes for these pauses. */
  public void pause(Map<String, Instant> pauses) {
    // Also hosts that this process has not asked yet.
    pauses.forEach((host, until) -> byHost.computeIfAbsent(host, _ -> open()).pauseUntil(until));
  }

  /** A path below an address that may end with a slash. */
  public static URI under(URI address, String path) {
    return URI.create(address.toString().replaceFirst("/+$", "") + path);
  }
}
