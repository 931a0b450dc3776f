package dev.whence.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.demo.sigstore.BundleFormat;
import dev.whence.demo.sigstore.CiRun;
import dev.whence.demo.sigstore.GeneratedSigstore;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.ProvenanceRequest;
import dev.whence.demo.sigstore.PublishRequest;
import dev.whence.demo.sigstore.Shape;
import dev.whence.demo.sigstore.Subject;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Sha512;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.verify.check.ExpectedVersion;
import dev.whence.verify.trust.TrustConfirmation;
import dev.whence.verify.trust.TrustException;
import dev.whence.verify.trust.TrustMaterial;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A generated Sigstore and one package version that it vouches for. */
public final class GeneratedTrust {

  public static final Instant SIGNED_AT = Instant.parse("2024-05-14T09:26:53Z");
  static final CiRun.Repository SOURCE =
      new CiRun.Repository("github.com", "tidewater-labs", "brine", 501_223_944L, 88_120_331L);
  public static final CiRun RUN =
      new CiRun(
          SOURCE,
          "refs/tags/v2.1.0",
          "6f1d3a90b2c44e58a7c01fd2b95e83c7d64a0b19",
          new CiRun.Workflow("Release", ".github/workflows/release.yml", null),
          "push",
          "github-hosted",
          9_080_771_234L,
          1);
  public static final Subject SUBJECT =
      new Subject(
          new PackageName("@tidewater/brine"),
          "2.1.0",
          Sha512.parseHex("5c".repeat(64)).orElseThrow());

  private final GeneratedSigstore sigstore;

  /** With material that its source confirmed after everything here was signed. */
  private final AttestationVerifier verifier;

  public GeneratedTrust() {
    this("unit tests");
  }

  /** Another seed has other keys. */
  GeneratedTrust(String seed) {
    this.sigstore =
        GeneratedSigstore.of(
            seed, Instant.parse("2022-01-01T00:00:00Z"), "https://registry.example");
    this.verifier = new AttestationVerifier(material());
  }

  TrustMaterial material() {
    return material(TrustConfirmation.both(SIGNED_AT.plus(1, ChronoUnit.DAYS)));
  }

  TrustMaterial material(TrustConfirmation confirmed) {
    try {
      return TrustMaterial.parse(
          sigstore.trustedRoot(), sigstore.npmKeys(), "a generated Sigstore", SIGNED_AT, confirmed);
    } catch (TrustException e) {
      throw new AssertionError(e);
    }
  }

  /** The run that each shape can come from. */
  public static CiRun run(Shape shape) {
    return switch (shape) {
      case SLSA3_NODE ->
          RUN.withWorkflow(
              new CiRun.Workflow("Release", RUN.workflow().path(), Shape.SLSA3_DELEGATOR));
      case NPM_CLI_GITLAB ->
          new CiRun(
              new CiRun.Repository("gitlab.com", "tidewater/tools", "brine", 41_220_118L, 7_710L),
              "refs/heads/main",
              RUN.commit(),
              new CiRun.Workflow("publish", ".gitlab-ci.yml", null),
              "push",
              "gitlab-hosted",
              6_512_090_441L,
              1);
      default -> RUN;
    };
  }

  public static ProvenanceRequest request(Shape shape) {
    return ProvenanceRequest.of(shape, SUBJECT, run(shape), SIGNED_AT);
  }

  public static PublishRequest publishRequest() {
    return PublishRequest.of(BundleFormat.V0_2, SUBJECT, SIGNED_AT.plusSeconds(4));
  }

  /** What the registry says of the version, rightly. */
  public ExpectedVersion expected() {
    return new ExpectedVersion(
        SUBJECT.name(),
        SUBJECT.version(),
        SUBJECT.digest().integrity(),
        List.of(sigstore.signature(SUBJECT, SIGNED_AT)),
        SIGNED_AT.plusSeconds(5));
  }

  AttestationVerifier verifier() {
    return verifier;
  }

  public GeneratedSigstore sigstore() {
    return sigstore;
  }

  /** A bundle of this Sigstore for forgers to start from. */
  Original original(String name, ObjectNode bundle) {
    return new Original("generated " + name, bundle, "generated", verifier, expected());
  }

  /** The provenance's verdict, with npm's publish attestation beside it. */
  public AttestationWithVerdict verify(ProvenanceRequest request) {
    return verify(
            IssuedBundle.response(sigstore.provenance(request), sigstore.publish(publishRequest())),
            expected())
        .getFirst();
  }

  /** The publish attestation's verdict. */
  public AttestationWithVerdict verify(PublishRequest request) {
    return verify(IssuedBundle.response(sigstore.publish(request)), expected()).getFirst();
  }

  public List<AttestationWithVerdict> verify(byte[] response, ExpectedVersion expected) {
    return ((VerifiedResponse.Read) verifier.verify(response, expected)).items();
  }
}
