package dev.whence.provenance.bundle;

import dev.whence.provenance.MalformedException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The signer of an attestation, as the bundle states it. */
public sealed interface Signer {

  /** What a bundle says about its signer; empty if its certificate cannot be read. */
  static Optional<Signer> read(Bundle.Material material) {
    try {
      return Optional.of(ProvenanceReader.signer(material));
    } catch (MalformedException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * A workload or person, by a short-lived Fulcio certificate.
   *
   * @param identity the subject alternative name
   * @param issuer the OIDC issuer (extension 1 or 8)
   * @param extensions Fulcio's extensions 1.3.6.1.4.1.57264.1.N by N, decoded
   * @param notBefore start of validity
   * @param notAfter end of validity
   * @param der base64 of the DER certificate
   */
  record Certificate(
      String identity,
      @Nullable String issuer,
      Map<Integer, String> extensions,
      Instant notBefore,
      Instant notAfter,
      String der)
      implements Signer {
    public Certificate {
      extensions = Map.copyOf(extensions);
    }
  }

  /**
   * A managed key, such as npm's own.
   *
   * @param hint the bundle's key hint: {@code SHA256:…}
   */
  record ManagedKey(String hint) implements Signer {}
}
