package dev.whence.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Sha512;
import dev.whence.provenance.Verdict;
import dev.whence.verify.AttestationVerifier;
import dev.whence.verify.ExpectedVersion;
import dev.whence.verify.TrustException;
import dev.whence.verify.TrustMaterial;
import dev.whence.verify.TrustSources;
import dev.whence.verify.VerifiedResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./whence verify}: bundles and attestation responses in files, without any network. */
@Command(
    name = "verify",
    description = "Verify attestation files offline, with all twelve checks.",
    footerHeading = "%n",
    footer = {
      "A FILE holds an npm attestation response, a Sigstore bundle, or bundles one a line. One JSON"
          + " line an attestation goes to standard output: file, attestation (its index in the"
          + " file), verdict, level, every check with status and reason, normalised provenance.",
      "",
      "Without --package nothing says which package version the file should be about: then"
          + " 'verified' means that the stated signer signed this statement, whatever it is about"
          + " ('subjectCompared' is false). With --package and without --integrity the name is"
          + " compared and the digest is not, so the verdict is 'undecided' at best.",
      "",
      "Exit code: 0 all verified, 1 something not verified, 2 unusable input."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--trusted-root",
      paramLabel = "FILE",
      description =
          "Sigstore trusted_root.json (default: the last good copy in the cache, else the one that"
              + " came along).")
  private @Nullable Path trustedRoot;

  @Option(
      names = "--npm-keys",
      paramLabel = "FILE",
      description = "npm's keys.json (default: likewise).")
  private @Nullable Path npmKeys;

  @Option(
      names = "--package",
      paramLabel = "NAME@VERSION",
      description = "The package version that every FILE must be about.")
  private @Nullable String packageVersion;

  @Option(
      names = "--integrity",
      paramLabel = "sha512-…",
      description = "Its dist.integrity: the digest of the very tarball.")
  private @Nullable String integrity;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files; - is standard input.")
  private List<String> files;

  @Override
  public Integer call() {
    ExpectedVersion expected = expected();
    AttestationVerifier verifier = new AttestationVerifier(trust());
    Tally tally = new Tally();
    for (String file : files) {
      verify(file, verifier, expected, tally);
    }
    return tally.exitCode();
  }

  private TrustMaterial trust() {
    try {
      return TrustSources.local(
          Optional.ofNullable(trustedRoot), Optional.ofNullable(npmKeys), Clock.systemUTC());
    } catch (TrustException e) {
      throw CliException.usage(String.valueOf(e.getMessage()));
    }
  }

  private ExpectedVersion expected() {
    if (integrity != null && Sha512.parseIntegrity(integrity).isEmpty()) {
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

  private void verify(
      String file, AttestationVerifier verifier, ExpectedVersion expected, Tally tally) {
    List<byte[]> documents;
    try {
      documents = AttestationFile.documents(file);
    } catch (IOException e) {
      unusable(file, 0, AttestationFile.reason(e), tally);
      return;
    }
    VerdictJson json = new VerdictJson(file, verifier.id(), expected);
    int index = 0;
    for (byte[] document : documents) {
      switch (verifier.verify(document, expected)) {
        case VerifiedResponse.Unreadable unreadable ->
            unusable(file, index++, unreadable.reason(), tally);
        case VerifiedResponse.Read read -> {
          for (VerifiedResponse.Item item : read.items()) {
            print(json.of(index++, item));
            tally.count(item.verdict().outcome());
          }
        }
      }
    }
  }

  private void unusable(String file, int index, String reason, Tally tally) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("whence: " + file + ": " + reason);
    err.flush();
    print(VerdictJson.unreadable(file, index, reason));
    tally.unusable = true;
  }

  private void print(ObjectNode line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  /** What the exit code follows from. */
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
