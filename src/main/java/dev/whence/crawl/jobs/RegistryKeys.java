package dev.whence.crawl.jobs;

import dev.whence.registry.npm.KeyIdsFetch;
import dev.whence.registry.npm.RegistryClient;
import dev.whence.verify.TrustKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Notices that the registry signs with a key that our trust material lacks, and starts a refresh.
 * The registry's own statement of its key is never trusted: an attacker who can forge a packument
 * can forge that too.
 */
@ApplicationScoped
public class RegistryKeys {

  /** The ids come from the registry: npm has had two keys so far. */
  private static final int MOST_TOLD = 5;

  private final RegistryClient registry;
  private final TrustKeeper trust;
  private final SharedTrust shared;

  public RegistryKeys(RegistryClient registry, TrustKeeper trust, SharedTrust shared) {
    this.registry = registry;
    this.trust = trust;
    this.shared = shared;
  }

  /** Returns, in a sentence, which keys stay unknown or why the request failed. */
  public Optional<String> compare() {
    return switch (registry.signingKeyIds()) {
      case KeyIdsFetch.Failed(String reason) -> Optional.of(reason);
      case KeyIdsFetch.Found(Set<String> ids) -> compare(ids);
    };
  }

  private Optional<String> compare(Set<String> ids) {
    if (!unknown(ids).isEmpty()) {
      shared.refresh();
    }
    List<String> unknown = unknown(ids);
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The registry signs with keys that our trust material lacks, so checks of their"
                + " signatures are inconclusive: "
                + String.join(", ", unknown.subList(0, Math.min(MOST_TOLD, unknown.size())))
                + ".");
  }

  private List<String> unknown(Set<String> ids) {
    return ids.stream().filter(key -> !trust.verifier().knowsRegistryKey(key)).sorted().toList();
  }
}
