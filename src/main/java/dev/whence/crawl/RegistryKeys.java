package dev.whence.crawl;

import dev.whence.registry.RegistryClient;
import dev.whence.verify.TrustKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Notices that the registry signs with a key which our trust material lacks, and has it refreshed.
 * The registry's own word is never trusted for what its key is: whoever could forge a packument
 * could forge that too.
 */
@ApplicationScoped
class RegistryKeys {

  private static final Logger LOG = Logger.getLogger(RegistryKeys.class);

  private final RegistryClient registry;
  private final TrustKeeper trust;
  private final SharedTrust shared;

  RegistryKeys(RegistryClient registry, TrustKeeper trust, SharedTrust shared) {
    this.registry = registry;
    this.trust = trust;
    this.shared = shared;
  }

  /** Gives the keys that stay unknown. */
  List<String> compare() {
    List<String> unknown = unknown();
    if (!unknown.isEmpty()) {
      shared.refresh();
      unknown = unknown();
    }
    unknown.forEach(
        key ->
            LOG.warnf(
                "The registry signs with key %s, which the trust material lacks:"
                    + " its signatures cannot be checked",
                key));
    return unknown;
  }

  private List<String> unknown() {
    return registry.signingKeyIds().stream()
        .filter(key -> !trust.verifier().knowsRegistryKey(key))
        .toList();
  }
}
