package dev.whence.api.v1.json;

import dev.whence.provenance.bundle.FulcioExtension;
import dev.whence.provenance.bundle.Signer;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who signed: a certificate or a managed key, never both. */
@Schema(
    name = "Signer",
    description = "Who signed, as the bundle states it. It is a certificate or a key, never both.")
record SignerJson(
    @Schema(description = "A short-lived certificate from Fulcio.", nullable = true)
        @Nullable CertificateJson certificate,
    @Schema(
            description = "The hint at a managed key, such as npm's own.",
            examples = "SHA256:DhQ8wR5APBvFHLF/+Tc+AYvPOdTpcIDqOhxsBHRwC7U",
            nullable = true)
        @Nullable String keyHint) {

  /** A Fulcio certificate, decoded. */
  @Schema(name = "Certificate", description = "A short-lived signing certificate from Fulcio.")
  record CertificateJson(
      @Schema(description = "The subject alternative name.") String identity,
      @Schema(description = "The OIDC issuer that confirmed the identity.", nullable = true)
          @Nullable String issuer,
      Instant notBefore,
      Instant notAfter,
      @Schema(description = "Fulcio's extensions, decoded, by number.")
          List<ExtensionJson> extensions,
      @Schema(description = "The whole certificate: base64 of its DER form.") String der) {}

  /** One extension. */
  @Schema(name = "CertificateExtension", description = "One extension of a certificate.")
  record ExtensionJson(
      @Schema(examples = "1.3.6.1.4.1.57264.1.12") String oid,
      @Schema(
              description = "Its name in Fulcio's documentation. Null if we do not know it.",
              examples = "source-repository-uri",
              nullable = true)
          @Nullable String name,
      String value) {}

  static SignerJson of(Signer signer) {
    return switch (signer) {
      case Signer.Certificate certificate -> new SignerJson(certificate(certificate), null);
      case Signer.ManagedKey key -> new SignerJson(null, key.hint());
    };
  }

  private static CertificateJson certificate(Signer.Certificate certificate) {
    return new CertificateJson(
        certificate.identity(),
        certificate.issuer(),
        certificate.notBefore(),
        certificate.notAfter(),
        new TreeMap<>(certificate.extensions())
            .entrySet().stream()
                .map(
                    entry ->
                        new ExtensionJson(
                            FulcioExtension.oid(entry.getKey()),
                            FulcioExtension.of(entry.getKey())
                                .map(FulcioExtension::slug)
                                .orElse(null),
                            entry.getValue()))
                .toList(),
        certificate.der());
  }
}
