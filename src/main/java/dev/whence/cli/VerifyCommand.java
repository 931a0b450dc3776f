package dev.whence.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.provenance.Integrity;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.provenance.bundle.VerifierId;
import dev.whence.verify.AttestationVerifier;
import dev.whence.verify.BundleVerifier;
import dev.whence.verify.VerifiedResponse;
import dev.whence.verify.check.Expectation;
import dev.whence.verify.check.ExpectedArtifact;
import dev.whence.verify.check.ExpectedVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./whence verify}: verifies bundles and attestation responses in files, offline. */
@Command(
    name = "verify",
    description = "Verify the attestations in files, offline.",
    footerHeading = "%n",
    footer = {
      "A FILE contains an npm attestation response, a Sigstore bundle, or several bundles, one per"
          + " line. For each attestation the command prints one line of JSON: the file, the"
          + " attestation's index in the file, the verdict, the SLSA level, every check with its"
          + " status and reason, and the normalised provenance.",
      "",
      "Without --package, the command does not know which package version the file must be about."
          + " Then 'verified' means only that the named signer signed the statement, and"
          + " 'subjectCompared' is false. With --package but without --integrity, the command"
          + " compares the name but not the digest. Then the verdict is at best 'inconclusive'.",
      "",
      "FILE can also contain other Sigstore bundles, for example a signature of a file. Then name"
          + " the signer with --identity and --issuer, or with --key, and the file with --artifact."
          + " The command compares the bundle with them. npm's rules do not apply.",
      "",
      "Exit code: 0 if all are verified, 1 if one is not verified, 2 if the input cannot be used."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private final LocalTrustOptions trust = new LocalTrustOptions();

  @Option(
      names = "--package",
      paramLabel = "NAME@VERSION",
      description = "The package version that every FILE must be about.")
  private @Nullable String packageVersion;

  @Option(
      names = "--integrity",
      paramLabel = "sha512-…",
      description = "The dist.integrity of that version: the digest of its tarball.")
  private @Nullable String integrity;

  @Option(
      names = "--artifact",
      paramLabel = "FILE|sha256:…|sha512:…",
      description = "The file that every bundle must be about, or its digest.")
  private @Nullable String artifact;

  @Option(
      names = "--identity",
      paramLabel = "NAME",
      description =
          "The identity that must have signed: the certificate's subject alternative name.")
  private @Nullable String identity;

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      description = "The OIDC issuer that must have confirmed the identity.")
  private @Nullable String issuer;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The public key (PEM) that must have signed. Use it instead of --identity.")
  private @Nullable Path key;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "The files to verify; - is standard input.")
  private List<String> files;

  @Override
  public Integer call() {
    Tally tally = new Tally();
    DocumentVerifier verifier = verifier();
    for (String file : files) {
      verify(file, verifier, tally);
    }
    return tally.exitCode();
  }

  /** npm's twelve checks. If an artifact or a signer is named, FILE can be any bundle. */
  private DocumentVerifier verifier() {
    if (artifact == null && identity == null && issuer == null && key == null) {
      ExpectedVersion expected = expected();
      AttestationVerifier npm = new AttestationVerifier(trust.load());
      return new DocumentVerifier(npm.id(), expected, document -> npm.verify(document, expected));
    }
    if (packageVersion != null || integrity != null) {
      throw CliException.usage(
          "--package and --integrity are about npm's attestations; --artifact, --identity,"
              + " --issuer and --key are about other bundles. Use only one of these groups");
    }
    ExpectedArtifact expected = BundleExpectation.of(artifact, identity, issuer, key);
    BundleVerifier any = new BundleVerifier(trust.load());
    return new DocumentVerifier(any.id(), expected, document -> any.verify(document, expected));
  }

  /** Verifies one document, with the facts on which the verdict depends. */
  private record DocumentVerifier(
      VerifierId id, Expectation expected, Function<byte[], VerifiedResponse> verify) {}

  private ExpectedVersion expected() {
    if (integrity != null && Integrity.parse(integrity).of("sha512").isEmpty()) {
      throw CliException.usage("--integrity needs sha512- and the digest in base64");
    }
    if (packageVersion == null) {
      return new ExpectedVersion(null, null, integrity, List.of(), null);
    }
    int at = packageVersion.lastIndexOf('@');
    Optional<PackageName> name =
        at <= 0 ? Optional.empty() : PackageName.parse(packageVersion.substring(0, at));
    if (name.isEmpty() || at == packageVersion.length() - 1) {
      throw CliException.usage("--package needs NAME@VERSION, not " + packageVersion);
    }
    return new ExpectedVersion(
        name.get(), packageVersion.substring(at + 1), integrity, List.of(), null);
  }

  private void verify(String file, DocumentVerifier verifier, Tally tally) {
    List<byte[]> documents;
    try {
      documents = AttestationFile.documents(file);
    } catch (IOException e) {
      unusable(file, 0, AttestationFile.reason(e), tally);
      return;
    }
    VerdictLine json = new VerdictLine(file, verifier.id(), verifier.expected());
    int index = 0;
    for (byte[] document : documents) {
      switch (verifier.verify().apply(document)) {
        case VerifiedResponse.Unreadable unreadable ->
            unusable(file, index++, unreadable.reason(), tally);
        case VerifiedResponse.Read read -> {
          for (AttestationWithVerdict item : read.items()) {
            print(json.of(index++, item));
            tally.count(item.verdict().outcome());
          }
        }
      }
    }
  }

  private void unusable(String file, int index, String reason, Tally tally) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(LogText.of("whence: " + file + ": " + reason));
    err.flush();
    print(VerdictLine.unreadable(file, index, reason));
    tally.unusable = true;
  }

  private void print(ObjectNode line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  /** The results so far, which give the exit code. */
  private static final class Tally {
    private boolean unusable;
    private boolean unverified;

    void count(Verdict.Outcome outcome) {
      unverified |= outcome != Verdict.Outcome.VERIFIED;
    }

    int exitCode() {
      return unusable ? 2 : unverified ? 1 : 0;
    }
  }
}
