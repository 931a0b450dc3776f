package dev.whence.bench;

import dev.sigstore.KeylessVerificationException;
import dev.sigstore.KeylessVerifier;
import dev.sigstore.TrustedRootProvider;
import dev.sigstore.VerificationOptions;
import dev.sigstore.bundle.Bundle;
import dev.sigstore.bundle.BundleParseException;
import dev.sigstore.trustroot.SigstoreConfigurationException;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.verify.AttestationVerifier;
import dev.whence.verify.BundleVerifier;
import dev.whence.verify.VerifiedResponse;
import dev.whence.verify.check.Artifact;
import dev.whence.verify.check.ExpectedArtifact;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Somebody who verifies the bundles of a workload's responses, from bytes to verdict. Safe for any
 * number of threads.
 */
interface Contender {

  /** Verifies one response; throws where a bundle of it does not verify, for each one must. */
  void verify(Workload.Case one);

  /** The contender of this name, ready to verify. */
  static Contender named(String name, Workload workload) {
    return switch (name) {
      case "whence" -> whence(workload);
      case "whence-any" -> whenceAny(workload);
      case "sigstore-java" -> sigstoreJava(workload);
      case "floor" -> RecordedSignatures.of(workload);
      default -> throw new IllegalArgumentException("no contender " + name);
    };
  }

  /** Whence on npm's attestations: every check of every bundle, with its reason. */
  static Contender whence(Workload workload) {
    AttestationVerifier verifier = new AttestationVerifier(workload.trust());
    return one -> requireVerified(verifier.verify(one.response(), one.expected()));
  }

  /** Whence on any bundle about the artifact that the case names. */
  private static Contender whenceAny(Workload workload) {
    BundleVerifier verifier = new BundleVerifier(workload.trust());
    return one ->
        requireVerified(
            verifier.verify(
                one.response(),
                new ExpectedArtifact(
                    new Artifact.Digest("SHA-256", one.artifactHash()), Workloads.SIGNER)));
  }

  /** Throws where a bundle did not verify. */
  static void requireVerified(VerifiedResponse response) {
    if (!(response instanceof VerifiedResponse.Read read)) {
      throw new IllegalStateException(response.toString());
    }
    for (AttestationWithVerdict item : read.items()) {
      if (item.verdict().outcome() != Verdict.Outcome.VERIFIED) {
        throw new IllegalStateException(item.verdict().toString());
      }
    }
  }

  private static Contender sigstoreJava(Workload workload) {
    try {
      KeylessVerifier verifier =
          KeylessVerifier.builder()
              .trustedRootProvider(TrustedRootProvider.from(workload.trustedRootFile()))
              .build();
      return one -> {
        try {
          Bundle bundle =
              Bundle.from(new StringReader(new String(one.response(), StandardCharsets.UTF_8)));
          verifier.verify(one.artifactHash(), bundle, VerificationOptions.empty());
        } catch (BundleParseException | KeylessVerificationException e) {
          throw new IllegalStateException(e);
        }
      };
    } catch (SigstoreConfigurationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
