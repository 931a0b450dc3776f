package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.CERTIFICATE_CHAIN;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Quoted;
import dev.whence.verify.trust.TrustMaterial;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Check 2: the signing certificate was issued by a trusted Fulcio authority that was valid at the
 * signing time. Only the trusted root's certificates build the chain; the bundle's own certificates
 * are ignored.
 */
public final class CertificateChainCheck {

  private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

  private CertificateChainCheck() {}

  public static Check check(CheckInput in) {
    if (in.keyHint().isPresent()) {
      return Check.notApplicable(
          CERTIFICATE_CHAIN, "Signed with a managed key, not a certificate.");
    }
    @Nullable X509Certificate leaf = in.leaf();
    if (leaf == null) {
      return Check.failed(CERTIFICATE_CHAIN, "The signing certificate cannot be read.");
    }
    Instant time = in.signedAt() == null ? leaf.getNotBefore().toInstant() : in.signedAt();
    List<TrustMaterial.Authority> issuers = in.issuers();
    if (issuers.isEmpty()) {
      String issuer = leaf.getIssuerX500Principal().getName();
      return MissingTrustResult.check(
          CERTIFICATE_CHAIN,
          in.missing(MissingTrust.Kind.CERTIFICATE_AUTHORITY, issuer),
          "The certificate authority with this key and the name " + Quoted.shown(issuer),
          in);
    }
    return issuers.stream()
        .map(issuer -> validAt(issuer, leaf, time))
        .filter(check -> check.status() == CheckStatus.PASSED)
        .findFirst()
        .orElseGet(() -> validAt(issuers.getFirst(), leaf, time));
  }

  private static Check validAt(
      TrustMaterial.Authority authority, X509Certificate leaf, Instant time) {
    if (!authority.validity().contains(time)) {
      return Check.failed(
          CERTIFICATE_CHAIN,
          "The issuing authority is trusted from "
              + authority.validity()
              + ", not at "
              + time
              + ".");
    }
    for (X509Certificate certificate : authority.chain()) {
      try {
        certificate.checkValidity(Date.from(time));
      } catch (CertificateException e) {
        return Check.failed(
            CERTIFICATE_CHAIN, "A certificate of the chain was not valid at " + time + ".");
      }
    }
    if (!isForSigning(leaf)) {
      return Check.failed(CERTIFICATE_CHAIN, "The certificate is not one for code signing.");
    }
    return Check.passed(
        CERTIFICATE_CHAIN, "Issued by " + authority.name() + ", trusted at the signing time.");
  }

  private static boolean isForSigning(X509Certificate leaf) {
    boolean @Nullable [] usage = leaf.getKeyUsage();
    try {
      @Nullable List<String> extended = leaf.getExtendedKeyUsage();
      return usage != null
          && usage[0]
          && leaf.getBasicConstraints() < 0
          && extended != null
          && extended.contains(CODE_SIGNING);
    } catch (CertificateException e) {
      return false;
    }
  }
}
