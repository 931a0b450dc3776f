package dev.whence.verify.check;

import dev.whence.provenance.PackageName;
import dev.whence.provenance.RegistrySignature;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The package version of an attestation response, which its statements must be about. An absent
 * fact leads to an inconclusive or not applicable check, never to a passed one.
 *
 * @param integrity {@code dist.integrity} unchanged
 * @param signatures {@code dist.signatures}
 * @param publishedAt when the registry says it was published: the time at which npm's registry key
 *     must have been valid
 * @param seenAt when we saw the verified bytes: they were signed before; absent if that is not
 *     known
 */
public record ExpectedVersion(
    @Nullable PackageName name,
    @Nullable String version,
    @Nullable String integrity,
    List<RegistrySignature> signatures,
    @Nullable Instant publishedAt,
    @Nullable Instant seenAt)
    implements Expectation {

  /** For files whose age we do not know. */
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
