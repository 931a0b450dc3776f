package dev.whence.testing;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.Evidence;
import dev.whence.provenance.Builder;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.Sha512;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.TimeSource;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.Workflow;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationKind;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.provenance.bundle.LogEntry;
import dev.whence.provenance.bundle.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Attestations and verdicts with every field given; nothing in them is signed. */
public final class Attestations {

  public static final String WORKFLOW = ".github/workflows/release.yml";

  private Attestations() {}

  static String url(PackageName name, String version) {
    return "https://registry.example/-/npm/v1/attestations/" + name + "@" + version;
  }

  static byte[] body(PackageName name, String version) {
    return ("{\"attestations\":\"of " + name + "@" + version + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  public static Check passed(CheckKind kind) {
    return Check.passed(kind, "It is as it should be.");
  }

  public static Verdict verdict(Verdict.Outcome outcome) {
    List<Check> checks =
        Arrays.stream(CheckKind.values()).map(kind -> check(kind, outcome)).toList();
    return new Verdict(outcome, outcome == Verdict.Outcome.VERIFIED ? SlsaLevel.L2 : null, checks);
  }

  private static Check check(CheckKind kind, Verdict.Outcome outcome) {
    if (kind != CheckKind.SIGNATURE || outcome == Verdict.Outcome.VERIFIED) {
      return passed(kind);
    }
    return outcome == Verdict.Outcome.INCONCLUSIVE
        ? Check.inconclusive(kind, "There is no key.")
        : Check.failed(kind, "It does not fit.");
  }

  public static AttestationWithVerdict unreadable() {
    return new AttestationWithVerdict(null, verdict(Verdict.Outcome.UNREADABLE));
  }

  public static AttestationWithVerdict publish(PackageName name, String version) {
    return new AttestationWithVerdict(
        new Attestation(
            AttestationKind.PUBLISH,
            "https://github.com/npm/attestation/tree/main/specs/publish/v0.1",
            "https://github.com/npm/attestation/tree/main/specs/publish/v0.1",
            "application/vnd.dev.sigstore.bundle+json;version=0.2",
            "https://in-toto.io/Statement/v0.1",
            new Signer.ManagedKey("SHA256:npm"),
            logEntry(),
            Crawls.FIRST.minus(Duration.ofDays(30)),
            TimeSource.TRANSPARENCY_LOG,
            subjects(name, version),
            null),
        verdict(Verdict.Outcome.VERIFIED));
  }

  public static AttestationWithVerdict provenance(
      PackageName name, String version, SourceRepository source, Verdict.Outcome outcome) {
    return new AttestationWithVerdict(
        new Attestation(
            AttestationKind.PROVENANCE,
            "https://slsa.dev/provenance/v1",
            null,
            "application/vnd.dev.sigstore.bundle.v0.3+json",
            "https://in-toto.io/Statement/v1",
            certificate(source),
            logEntry(),
            Crawls.FIRST.minus(Duration.ofDays(30)),
            TimeSource.TRANSPARENCY_LOG,
            subjects(name, version),
            provenance(source)),
        verdict(outcome));
  }

  public static Provenance provenance(SourceRepository source) {
    return new Provenance(
        source,
        "refs/heads/main",
        "d".repeat(40),
        new Workflow(WORKFLOW, "refs/heads/main"),
        "push",
        source.url() + "/actions/runs/17/attempts/1",
        source.url() + "/actions/runs/17/attempts/1",
        "https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1",
        new Builder(
            "https://github.com/actions/runner/github-hosted",
            CiProvider.GITHUB_ACTIONS,
            "github-hosted"));
  }

  private static Signer certificate(SourceRepository source) {
    Instant start = Crawls.FIRST.minus(Duration.ofDays(30));
    return new Signer.Certificate(
        source.url() + "/" + WORKFLOW + "@refs/heads/main",
        "https://token.actions.githubusercontent.com",
        extensions(source),
        start,
        start.plus(Duration.ofMinutes(10)),
        "MIIBkTCB");
  }

  private static Map<Integer, String> extensions(SourceRepository source) {
    Map<Integer, String> extensions = new TreeMap<>();
    extensions.put(8, "https://token.actions.githubusercontent.com");
    extensions.put(12, source.url());
    if (source.repositoryId() != null) {
      extensions.put(15, source.repositoryId());
    }
    if (source.ownerId() != null) {
      extensions.put(17, source.ownerId());
    }
    return extensions;
  }

  private static @Nullable LogEntry logEntry() {
    return new LogEntry(
        "dsse/0.0.1",
        480_123_456L,
        "c0".repeat(32),
        Crawls.FIRST.minus(Duration.ofDays(30)),
        true,
        true,
        true);
  }

  private static List<Attestation.Subject> subjects(PackageName name, String version) {
    return List.of(
        new Attestation.Subject("pkg:npm/" + name + "@" + version, new Sha512("ab".repeat(64))));
  }

  /** A first try that failed at that time, to be made again two minutes later. */
  public static AttestationTry tried(Instant at) {
    return new AttestationTry(
        Evidence.FAILING,
        1,
        "The registry answered 500.",
        at,
        at,
        at.plus(Duration.ofMinutes(2)),
        null);
  }
}
