package dev.whence.verify;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Keeps the verifier's trust material current. A refresh that fails changes nothing but the status:
 * the last good material stays in use.
 */
@ApplicationScoped
public class TrustKeeper {

  private static final Logger LOG = Logger.getLogger(TrustKeeper.class);

  private final TrustSources sources;
  private final Clock clock;
  private volatile AttestationVerifier verifier;
  private volatile TrustStatus status;

  /** Starts with what is at hand; unusable files that the operator named end the start. */
  @Inject
  public TrustKeeper(TrustConfig config, Clock clock) {
    this(TrustSources.of(config, clock), clock);
  }

  TrustKeeper(TrustSources sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
    try {
      TrustDocuments documents = sources.atHand();
      TrustMaterial material = documents.parse(clock.instant());
      this.verifier = new AttestationVerifier(material);
      this.status = new TrustStatus(material.description(), documents.confirmedAt(), null);
    } catch (TrustException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  void onStart(@Observes StartupEvent start) {
    LOG.infof(
        "Trust material: %s; signatures by %s", status.current().origin(), CryptoProvider.name());
  }

  @Scheduled(
      every = "${whence.trust.refresh-every:6h}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void refreshOnTime() {
    refresh();
  }

  /** A verifier with the current material; it keeps that, so that its verdicts and id agree. */
  public AttestationVerifier verifier() {
    return verifier;
  }

  public TrustStatus status() {
    return status;
  }

  /** Asks the sources now. */
  public synchronized TrustStatus refresh() {
    try {
      TrustDocuments documents = sources.refreshed();
      Instant now = clock.instant();
      TrustMaterial material = documents.parse(now);
      if (!material.description().digest().equals(status.current().digest())) {
        LOG.infof("New trust material from %s", documents.origin());
      }
      verifier = new AttestationVerifier(material);
      status = new TrustStatus(material.description(), documents.confirmedAt(), null);
    } catch (TrustException e) {
      LOG.warnf("Trust material not refreshed, the last good one stays in use: %s", e.getMessage());
      status = new TrustStatus(status.current(), status.refreshedAt(), e.getMessage());
    }
    return status;
  }
}
