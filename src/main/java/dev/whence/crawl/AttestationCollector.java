package dev.whence.crawl;

import dev.whence.catalog.PackageCrawl;
import dev.whence.catalog.PackageCrawl.AttestationFetch;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.PackumentVersion;
import dev.whence.registry.AttestationsFetch;
import dev.whence.registry.RegistryClient;
import dev.whence.verify.AttestationVerifier;
import dev.whence.verify.ExpectedVersion;
import dev.whence.verify.VerifiedResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Gatherers;
import org.jboss.logging.Logger;

/**
 * Fetches and verifies the attestations of one package's versions, several at once. What it took of
 * the memory for them it gives back when it is closed.
 */
final class AttestationCollector implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(AttestationCollector.class);

  private final RegistryClient registry;
  private final AttestationVerifier verifier;
  private final Clock clock;
  private final PackageName name;
  private final AtomicLong bytesLeft;
  private final AtomicLong bytesTaken = new AtomicLong();

  /**
   * A collector.
   *
   * @param bytesLeft how many bytes of responses all collectors of this process may still take
   */
  AttestationCollector(
      RegistryClient registry,
      AttestationVerifier verifier,
      Clock clock,
      PackageName name,
      AtomicLong bytesLeft) {
    this.registry = registry;
    this.verifier = verifier;
    this.clock = clock;
    this.name = name;
    this.bytesLeft = bytesLeft;
  }

  /** By version text; a version that no longer fits into the memory allowed is left out. */
  Map<String, AttestationFetch> collect(List<PackumentVersion> versions, int concurrency) {
    Map<String, AttestationFetch> fetches = new LinkedHashMap<>();
    versions.stream()
        .gather(Gatherers.mapConcurrent(concurrency, this::collect))
        .flatMap(Optional::stream)
        .forEach(one -> fetches.put(one.version(), one.fetch()));
    return fetches;
  }

  private record One(String version, AttestationFetch fetch) {}

  private Optional<One> collect(PackumentVersion version) {
    if (bytesLeft.get() <= 0) {
      return Optional.empty();
    }
    AttestationsFetch fetch = registry.attestations(name, version.version());
    Instant at = clock.instant();
    AttestationFetch result =
        switch (fetch) {
          case AttestationsFetch.Found found -> verify(version, found, at);
          case AttestationsFetch.Missing missing ->
              new AttestationFetch.NotServed(missing.url(), at);
          case AttestationsFetch.Unreadable unreadable ->
              new AttestationFetch.Unreadable(
                  unreadable.url(), at, new byte[0], unreadable.reason());
          case AttestationsFetch.Failed failed ->
              new AttestationFetch.Failed(failed.url(), at, failed.reason());
        };
    return Optional.of(new One(version.version(), result));
  }

  private AttestationFetch verify(
      PackumentVersion version, AttestationsFetch.Found found, Instant at) {
    take(found.body().length);
    try {
      return switch (verifier.verify(found.body(), expected(name, version))) {
        case VerifiedResponse.Unreadable unreadable ->
            new AttestationFetch.Unreadable(found.url(), at, found.body(), unreadable.reason());
        case VerifiedResponse.Read read ->
            new AttestationFetch.Served(
                found.url(),
                at,
                found.body(),
                read.items().stream()
                    .map(item -> new PackageCrawl.Item(item.attestation(), item.verdict()))
                    .toList());
      };
    } catch (RuntimeException bug) {
      // A fault of ours in one response must not cost the package its other versions.
      LOG.errorf(bug, "Verifying %s@%s failed", name, version.version());
      return new AttestationFetch.Failed(
          found.url(), at, "verifying failed: " + bug.getClass().getSimpleName());
    }
  }

  private void take(int bytes) {
    bytesTaken.addAndGet(bytes);
    bytesLeft.addAndGet(-bytes);
  }

  @Override
  public void close() {
    bytesLeft.addAndGet(bytesTaken.getAndSet(0));
  }

  /** What the packument says that attestations must be about. */
  static ExpectedVersion expected(PackageName name, PackumentVersion version) {
    return new ExpectedVersion(
        name, version.version(), version.integrity(), version.signatures(), version.publishedAt());
  }
}
