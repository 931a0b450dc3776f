package dev.whence.bench;

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
import dev.whence.testing.RecordedVersions;
import dev.whence.testing.Recording;
import dev.whence.verify.check.ExpectedArtifact;
import dev.whence.verify.check.ExpectedVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Makes the workloads: {@code real}, the recorded responses; {@code files}, recorded bundles over
 * files, which sigstore-java accepts; and {@code generated}.
 */
final class Workloads {

  private static final Instant FIRST = Instant.parse("2024-05-14T09:26:53Z");
  private static final String KEYS = "trust/sigstore-tuf-seeds/5.0.1/npm_keys.json";

  private static final List<String> ACCEPTED =
      List.of("happy-path-v0.2", "happy-path-v0.3-new-mediaType");

  /** Who signed the accepted ones. */
  static final ExpectedArtifact.SignedBy SIGNER =
      new ExpectedArtifact.SignedBy.Identity(
          "https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/"
              + ".github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main",
          "https://token.actions.githubusercontent.com");

  private Workloads() {}

  /**
   * Arguments: the folder for them, and how many generated bundles. A response has two, as npm
   * serves them: the provenance and npm's publish attestation.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    if (Recording.isPresent()) {
      real(folder.resolve("real")).write();
      files(folder.resolve("files")).write();
    }
    generated(folder.resolve("generated"), Integer.parseInt(arguments[1]) / 2).write();
  }

  private static Workload files(Path folder) {
    String artifact =
        HexFormat.of().formatHex(hash("SHA-256", Recording.bytes("conformance/a.txt")));
    ExpectedVersion expected = new ExpectedVersion(null, null, artifact, List.of(), null);
    List<Workload.Case> cases =
        ACCEPTED.stream()
            .map(
                name ->
                    Recording.bytes("conformance/bundle-verify/" + name + "/bundle.sigstore.json"))
            .map(bundle -> new Workload.Case(expected, 1, bundle))
            .toList();
    return new Workload(folder, Recording.bytes("trusted_root.json"), Recording.bytes(KEYS), cases);
  }

  private static Workload real(Path folder) {
    Map<String, List<Map<String, String>>> files = new LinkedHashMap<>();
    for (Map<String, String> row : Recording.index("registry")) {
      files
          .computeIfAbsent(Objects.requireNonNull(row.get("file")), _ -> new ArrayList<>())
          .add(row);
    }
    List<Workload.Case> cases =
        files.entrySet().stream()
            .map(
                file ->
                    new Workload.Case(
                        RecordedVersions.expected(file.getValue().getFirst()),
                        file.getValue().size(),
                        Recording.bytes(file.getKey())))
            .toList();
    return new Workload(folder, Recording.bytes("trusted_root.json"), Recording.bytes(KEYS), cases);
  }

  private static Workload generated(Path folder, int responses) {
    GeneratedSigstore sigstore =
        GeneratedSigstore.of("benchmark", FIRST.minusSeconds(86_400), "https://registry.example");
    List<Workload.Case> cases =
        IntStream.range(0, responses).mapToObj(number -> response(number, sigstore)).toList();
    return new Workload(folder, sigstore.trustedRoot(), sigstore.npmKeys(), cases);
  }

  /** As npm's own CLI has published since 2024, in both formats. */
  private static Workload.Case response(int number, GeneratedSigstore sigstore) {
    Subject subject =
        new Subject(
            new PackageName("@benchmark/package-" + number % 1_000),
            "1." + number / 1_000 + ".0",
            Sha512.parseHex(hex(number)).orElseThrow());
    Instant signedAt = FIRST.plusSeconds(number);
    Shape shape = number % 2 == 0 ? Shape.NPM_CLI_V1 : Shape.NPM_CLI_V1_DSSE;
    byte[] response =
        IssuedBundle.response(
            sigstore.provenance(ProvenanceRequest.of(shape, subject, run(number), signedAt)),
            sigstore.publish(
                PublishRequest.of(BundleFormat.V0_2, subject, signedAt.plusSeconds(4))));
    return new Workload.Case(
        new ExpectedVersion(
            subject.name(),
            subject.version(),
            subject.digest().integrity(),
            List.of(sigstore.signature(subject, signedAt)),
            signedAt.plusSeconds(5)),
        2,
        response);
  }

  private static CiRun run(int number) {
    return new CiRun(
        new CiRun.Repository(
            "github.com", "benchmark-org", "project-" + number % 500, 500_000L + number % 500, 88L),
        "refs/tags/v1." + number / 1_000 + ".0",
        hex(number).substring(0, 40),
        new CiRun.Workflow("Release", ".github/workflows/release.yml", null),
        "push",
        "github-hosted",
        9_000_000_000L + number,
        1);
  }

  private static String hex(int number) {
    byte[] name = Integer.toString(number).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(hash("SHA-512", name));
  }

  private static byte[] hash(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
