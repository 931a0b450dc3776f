package dev.whence.crawl.pkg;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.PackumentVersion;
import dev.whence.registry.npm.AttestationsFetch;
import dev.whence.registry.npm.RegistryClient;
import dev.whence.verify.AttestationVerifier;
import dev.whence.verify.VerifiedResponse;
import dev.whence.verify.check.ExpectedVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Gatherers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches and verifies the attestations of one package's versions, several at once. When it is
 * closed, it gives back its part of the memory.
 */
public final class AttestationCollector implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(AttestationCollector.class);

  private final RegistryClient registry;
  private final AttestationVerifier verifier;
  private final Clock clock;
  private final PackageName name;
  private final AtomicLong bytesLeft;
  private final Runnable onAnswer;
  private final AtomicLong bytesTaken = new AtomicLong();

  /**
   * A collector.
   *
   * @param bytesLeft how many bytes of responses all collectors of this process may still take
   * @param onAnswer is run whenever a request has ended
   */
  public AttestationCollector(
      RegistryClient registry,
      AttestationVerifier verifier,
      Clock clock,
      PackageName name,
      AtomicLong bytesLeft,
      Runnable onAnswer) {
    this.registry = registry;
    this.verifier = verifier;
    this.clock = clock;
    this.name = name;
    this.bytesLeft = bytesLeft;
    this.onAnswer = onAnswer;
  }

  /** A version that does not fit into the allowed memory is left out. */
  AttestationAnswers collect(List<PackumentVersion> versions, int concurrency) {
    AttestationAnswers asked = new AttestationAnswers(new LinkedHashMap<>(), new LinkedHashMap<>());
    versions.stream()
        .gather(Gatherers.mapConcurrent(concurrency, this::collect))
        .flatMap(Optional::stream)
        .forEach(one -> one.addTo(asked));
    return asked;
  }

  /** The result for one version; either the answer or the failure is absent. */
  private record One(
      String version,
      @Nullable AttestationFetch answer,
      AttestationAnswers.@Nullable Failure failure) {

    private void addTo(AttestationAnswers asked) {
      if (answer != null) {
        asked.answers().put(version, answer);
      }
      if (failure != null) {
        asked.failures().put(version, failure);
      }
    }
  }

  private Optional<One> collect(PackumentVersion version) {
    if (bytesLeft.get() <= 0) {
      return Optional.empty();
    }
    String text = version.version();
    AttestationsFetch fetch = registry.attestations(name, text);
    onAnswer.run();
    Instant at = clock.instant();
    return Optional.of(
        switch (fetch) {
          case AttestationsFetch.Found found -> verify(version, found, at);
          case AttestationsFetch.Missing missing ->
              new One(text, new AttestationFetch.NotServed(missing.url(), at), null);
          case AttestationsFetch.Refused refused ->
              failure(text, Evidence.REFUSED, refused.reason(), Duration.ZERO);
          case AttestationsFetch.Failed failed ->
              failure(text, Evidence.FAILING, failed.reason(), failed.waitAsked());
        });
  }

  private static One failure(String version, Evidence state, String reason, Duration waitAsked) {
    return new One(version, null, new AttestationAnswers.Failure(state, reason, waitAsked));
  }

  private One verify(PackumentVersion version, AttestationsFetch.Found found, Instant at) {
    take(found.body().length);
    try {
      AttestationFetch answer =
          switch (verifier.verify(found.body(), expected(name, version, at))) {
            case VerifiedResponse.Unreadable unreadable ->
                new AttestationFetch.Unreadable(found.url(), at, found.body(), unreadable.reason());
            case VerifiedResponse.Read read ->
                new AttestationFetch.Served(found.url(), at, found.body(), read.items());
          };
      return new One(version.version(), answer, null);
    } catch (RuntimeException bug) {
      // A bug that one response triggers must not lose the package's other versions.
      LOG.errorf(bug, "Verifying %s@%s failed", name, version.version());
      return failure(
          version.version(),
          Evidence.FAILING,
          "Verifying it broke: " + bug.getClass().getSimpleName() + ".",
          Duration.ZERO);
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

  /** The version that attestations must be about, from the packument. */
  static ExpectedVersion expected(PackageName name, PackumentVersion version, Instant seenAt) {
    return new ExpectedVersion(
        name,
        version.version(),
        version.integrity(),
        version.signatures(),
        version.publishedAt(),
        seenAt);
  }
}
