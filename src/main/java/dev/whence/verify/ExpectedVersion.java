package dev.whence.verify;

import dev.whence.provenance.PackageName;
import dev.whence.provenance.RegistrySignature;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The package version that an attestation response was asked for: what its statements must be
 * about. What is absent leads to an undecided or not applicable check, never to a passed one.
 *
 * @param integrity {@code dist.integrity} unchanged
 * @param signatures {@code dist.signatures}
 * @param publishedAt when the registry says it was published: the time at which npm's registry key
 *     must have been valid
 */
public record ExpectedVersion(
    @Nullable PackageName name,
    @Nullable String version,
    @Nullable String integrity,
    List<RegistrySignature> signatures,
    @Nullable Instant publishedAt)
    implements Expectation {

  public ExpectedVersion {
    signatures = List.copyOf(signatures);
  }
}
