package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.IDENTITY;

import dev.whence.provenance.Check;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Percent;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationKind;
import dev.whence.provenance.bundle.Signer;
import dev.whence.provenance.bundle.Statement;
import dev.whence.provenance.predicate.Predicate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Check 9: a known CI service signed, and the predicate claims what the certificate states. The
 * build writes the predicate; Fulcio writes the certificate from the CI service's own token.
 */
public final class IdentityCheck {

  private static final String SLSA_GENERATOR =
      "https://github.com/slsa-framework/slsa-github-generator/.github/workflows/";
  private static final Pattern DELEGATOR =
      Pattern.compile(
          Pattern.quote(SLSA_GENERATOR)
              + "delegator_(lowperms-)?generic_slsa3\\.yml@refs/tags/v\\d+\\.\\d+\\.\\d+");

  /** A reusable workflow that is a builder of its own. */
  private static final Pattern WORKFLOW =
      Pattern.compile("https://github\\.com/[^@]+/\\.github/workflows/[^@]+@.+");

  private IdentityCheck() {}

  public static Check check(CheckInput in) {
    @Nullable Attestation attestation = in.attestation();
    @Nullable Statement statement = in.statement();
    if (attestation == null || statement == null) {
      return Check.inconclusive(IDENTITY, "There is no statement with claims to compare.");
    }
    boolean isProvenance = attestation.kind() == AttestationKind.PROVENANCE;
    if (!(attestation.signer() instanceof Signer.Certificate certificate)) {
      return isProvenance
          ? Check.failed(IDENTITY, "Provenance must be signed with a CI run's certificate.")
          : Check.notApplicable(IDENTITY, "Signed with a managed key, not a CI run's certificate.");
    }
    @Nullable String issuer = certificate.issuer();
    if (issuer == null) {
      return Check.failed(
          IDENTITY, "The certificate does not say who confirmed its holder's identity.");
    }
    if (CiProvider.ofIssuer(issuer) == CiProvider.OTHER) {
      return Check.missing(
          IDENTITY,
          MissingTrust.of(MissingTrust.Kind.ISSUER, issuer),
          Quoted.shown(certificate.identity())
              + " signed it, with an identity from "
              + Quoted.shown(issuer)
              + ". That is not a CI service that we know, so we cannot compare its claims.");
    }
    if (!isProvenance) {
      return Check.notApplicable(
          IDENTITY,
          Quoted.shown(certificate.identity())
              + " signed it; only provenance claims where it was built.");
    }
    return statement.predicate() instanceof Predicate.Slsa slsa
        ? compare(slsa, certificate)
        : Check.inconclusive(IDENTITY, "We cannot compare a predicate of this type.");
  }

  private static Check compare(Predicate.Slsa slsa, Signer.Certificate certificate) {
    Claims claims = Claims.of(slsa, certificate);
    Optional<String> problem = signerProblem(slsa, certificate).or(claims::disagreement);
    return problem
        .map(reason -> Check.failed(IDENTITY, reason))
        .orElseGet(
            () ->
                Check.passed(
                    IDENTITY,
                    claims.compared()
                        + " claims equal the certificate of "
                        + Quoted.shown(certificate.identity())
                        + "."));
  }

  /** A predicate may claim a builder that signs itself only if that builder signed. */
  private static Optional<String> signerProblem(
      Predicate.Slsa slsa, Signer.Certificate certificate) {
    String identity = certificate.identity();
    @Nullable String contradiction = new CertifiedRun(certificate).contradiction();
    @Nullable String builder = slsa.builderId();
    if (contradiction != null || builder == null || Percent.isSamePart(identity, builder)) {
      return Optional.ofNullable(contradiction);
    }
    if (builder.startsWith(SLSA_GENERATOR) && !DELEGATOR.matcher(identity).matches()) {
      return Optional.of(
          "It claims the SLSA3 builder, but "
              + Quoted.shown(identity)
              + " signed it, which is not that builder at a release.");
    }
    // SLSA's delegator also signs for builders of others.
    if (WORKFLOW.matcher(builder).matches() && !identity.startsWith(SLSA_GENERATOR)) {
      return Optional.of(
          "It claims the builder "
              + Quoted.shown(builder)
              + ", but "
              + Quoted.shown(identity)
              + " signed it.");
    }
    return Optional.empty();
  }
}
