package dev.whence.cli;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Verdict;
import dev.whence.verify.BundleVerifier;
import dev.whence.verify.VerifiedResponse;
import dev.whence.verify.check.ExpectedArtifact;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-bundle} of the suite's protocol: exit code 0 if the bundle is verified. */
@Command(
    name = "verify-bundle",
    description =
        "Verify one bundle, with its artifact and signer. Prints nothing if it is verified.",
    mixinStandardHelpOptions = true)
final class ConformanceVerifyCommand implements Callable<Integer> {

  /** One more than the reader of bundles accepts, so that the reader itself reports the excess. */
  private static final int MAX_BYTES = 8 * 1024 * 1024 + 1;

  @Spec private CommandSpec spec;
  @Mixin private final LocalTrustOptions trust = new LocalTrustOptions();

  @Option(
      names = "--bundle",
      required = true,
      paramLabel = "FILE",
      description = "The file with the bundle.")
  private Path bundle;

  @Option(
      names = "--certificate-identity",
      paramLabel = "IDENTITY",
      description =
          "The identity that must have signed: the certificate's subject alternative name.")
  private @Nullable String identity;

  @Option(
      names = "--certificate-oidc-issuer",
      paramLabel = "URL",
      description = "The OIDC issuer that must have confirmed the identity.")
  private @Nullable String issuer;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The public key (PEM) that must have signed. Use it instead of an identity.")
  private @Nullable Path key;

  @Parameters(
      paramLabel = "FILE_OR_DIGEST",
      description = "The file that the bundle must be about, or its digest (sha256:…).")
  private String artifact;

  @Override
  public Integer call() {
    ExpectedArtifact expected = BundleExpectation.of(artifact, identity, issuer, key);
    BundleVerifier verifier = new BundleVerifier(trust.load());
    return switch (verifier.verify(read(), expected)) {
      case VerifiedResponse.Unreadable unreadable -> refused(unreadable.reason());
      case VerifiedResponse.Read several when several.items().size() != 1 ->
          refused("it has " + several.items().size() + " bundles instead of one");
      case VerifiedResponse.Read one -> judged(one.items().getFirst().verdict());
    };
  }

  private byte[] read() {
    try (InputStream in = Files.newInputStream(bundle)) {
      return in.readNBytes(MAX_BYTES);
    } catch (IOException e) {
      throw CliException.usage(bundle + ": " + AttestationFile.reason(e));
    }
  }

  private int judged(Verdict verdict) {
    for (Check check : verdict.checks()) {
      if (check.status() == CheckStatus.FAILED || check.status() == CheckStatus.INCONCLUSIVE) {
        refused(check.kind().slug() + ": " + check.reason());
      }
    }
    return verdict.outcome() == Verdict.Outcome.VERIFIED ? 0 : 1;
  }

  private int refused(String reason) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(LogText.of("whence: " + bundle + ": " + reason));
    err.flush();
    return 1;
  }
}
