package dev.whence.verify.check;

import dev.whence.provenance.PackageName;
import dev.whence.provenance.RegistrySignature;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The package version that an attestation response was asked for: what its statements must be
 * about. What is absent leads to an inconclusive or not applicable check, never to a passed one.
 *
 * @param integrity {@code dist.integrity} unchanged
 * @param signatures {@code dist.signatures}
 * @param publishedAt when the registry says it was published: the time at which npm's registry key
 *     must have been valid
 * @param seenAt when we saw what is verified: whatever time it claims, it was signed by then;
 *     absent where that is not known
 */
public record ExpectedVersion(
    @Nullable PackageName name,
    @Nullable String version,
    @Nullable String integrity,
    List<RegistrySignature> signatures,
    @Nullable Instant publishedAt,
    @Nullable Instant seenAt)
    implements Expectation {

  /** What somebody gives us, who knows since when. */
  public ExpectedVersion(
      @Nullable PackageName name,
      @Nullable String version,
      @Nullable String integrity,
      List<RegistrySignature> signatures,
      @Nullable Instant publishedAt) {
    this(name, version, integrity, signatures, publishedAt, null);
  }

  public ExpectedVersion {
    signatures = List.copyOf(signatures);
  }
}
