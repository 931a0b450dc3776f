package dev.whence.verify;

import dev.whence.verify.crypto.CryptoProvider;
import dev.whence.verify.trust.TrustConfig;
import dev.whence.verify.trust.TrustCopy;
import dev.whence.verify.trust.TrustDocuments;
import dev.whence.verify.trust.TrustException;
import dev.whence.verify.trust.TrustMaterial;
import dev.whence.verify.trust.TrustSources;
import dev.whence.verify.trust.TrustStatus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the verifier's trust material current. A failure changes only the status: the last good
 * material stays in use.
 */
@ApplicationScoped
public class TrustKeeper {

  private static final Logger LOG = Logger.getLogger(TrustKeeper.class);

  private final TrustSources sources;
  private final Clock clock;
  private @Nullable TrustCopy copy;
  private volatile AttestationVerifier verifier;
  private volatile TrustStatus status;

  /**
   * Starts with the material of this machine; if an operator's file cannot be used, the start
   * fails.
   */
  @Inject
  public TrustKeeper(TrustConfig config, Clock clock) {
    this(TrustSources.of(config, clock), clock);
  }

  TrustKeeper(TrustSources sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
    this.copy = sources.lastGood();
    try {
      TrustDocuments documents = sources.documents(copy);
      TrustMaterial material = documents.parse(clock.instant());
      this.verifier = new AttestationVerifier(material);
      this.status = new TrustStatus(material.description(), documents.confirmedAt(), null);
    } catch (TrustException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Before the crawl begins, whose threads would all wait for this. */
  void onStart(@Observes @Priority(1) StartupEvent start) {
    LOG.infof(
        "Trust material: %s; signatures by %s", status.current().origin(), CryptoProvider.name());
  }

  /**
   * A verifier with the current material. It keeps this material, so that its verdicts and id
   * agree.
   */
  public AttestationVerifier verifier() {
    return verifier;
  }

  public TrustStatus status() {
    return status;
  }

  /** Whether {@link #refresh} asks the TUF repository. */
  public boolean asks() {
    return sources.asks();
  }

  /** Whether copies of the TUF repository are used: not if there are files for both documents. */
  public boolean usesCopies() {
    return sources.usesCopies();
  }

  /** The last good copy; absent if only files or the copy in the jar are in use. */
  public synchronized Optional<TrustCopy> copy() {
    return Optional.ofNullable(copy);
  }

  /** Asks the TUF repository now, if there is one, and reads the operator's files again. */
  public synchronized TrustStatus refresh() {
    try {
      use(sources.asks() ? sources.ask(copy) : copy);
      report(null);
    } catch (TrustException e) {
      LOG.warnf("Trust material not refreshed, the last good one stays in use: %s", e.getMessage());
      report(e.published());
    }
    return status;
  }

  /**
   * Uses the copy of another process, unless the copy in use is newer.
   *
   * @throws TrustException if the copy cannot be used; the last good one stays in use
   */
  public synchronized boolean take(TrustCopy offered) throws TrustException {
    offered.check(clock.instant());
    if (copy != null && offered.version().compareTo(copy.version()) < 0) {
      return false;
    }
    use(offered);
    try {
      sources.keep(offered);
    } catch (IOException | UncheckedIOException e) {
      LOG.warnf("Trust material is in use, but cannot be kept for the next start: %s", e);
    }
    return true;
  }

  /**
   * Records the result of the last refresh, by any process, in the status; null if it succeeded.
   */
  public synchronized void report(@Nullable String problem) {
    status = new TrustStatus(status.current(), status.refreshedAt(), problem);
  }

  private void use(@Nullable TrustCopy next) throws TrustException {
    TrustDocuments documents = sources.documents(next);
    TrustMaterial material = documents.parse(clock.instant());
    if (!material.description().digest().equals(status.current().digest())) {
      LOG.infof("New trust material from %s", documents.origin().full());
    }
    copy = next;
    verifier = new AttestationVerifier(material);
    status = new TrustStatus(material.description(), documents.confirmedAt(), status.problem());
  }
}
