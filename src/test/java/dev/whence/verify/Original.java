package dev.whence.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Verdict;
import dev.whence.testing.RecordedVersions;
import dev.whence.testing.Recording;
import dev.whence.verify.check.ExpectedVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An authentic bundle that a forger starts from. */
record Original(
    String name,
    ObjectNode bundle,
    String instance,
    AttestationVerifier verifier,
    ExpectedVersion expected) {

  /** Bundles with RFC 3161 timestamps, by the instance that vouches for them. */
  private static final Map<String, String> TIMESTAMPED =
      Map.of(
          "other/github/kubewarden-dsse-v03-tsa.json", "public good",
          "other/github/attest-build-provenance-13531551-internal.json", "GitHub");

  /** All recorded attestations of the registry, and recorded bundles with timestamps. */
  static List<Original> recorded() {
    List<Original> originals = new ArrayList<>();
    var publicGood = new AttestationVerifier(RecordedVersions.publicGood());
    var github = new AttestationVerifier(RecordedVersions.github());
    for (Map<String, String> row : Recording.index("registry")) {
      String file = Objects.requireNonNull(row.get("file"));
      int index = Integer.parseInt(Objects.requireNonNull(row.get("att")));
      originals.add(
          new Original(
              file + "#" + index,
              ChangedBundle.of(file, index).json(),
              "public good",
              publicGood,
              RecordedVersions.expected(row)));
    }
    TIMESTAMPED.forEach(
        (file, instance) ->
            originals.add(
                new Original(
                    file,
                    ChangedBundle.of(file, 0).json(),
                    instance,
                    instance.equals("GitHub") ? github : publicGood,
                    new ExpectedVersion(null, null, null, List.of(), null))));
    return originals;
  }

  /** The same; none where there is no recording. */
  static List<Original> recordedIfPresent() {
    return Recording.isPresent() ? recorded() : List.of();
  }

  byte[] bytes() {
    return bundle.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One bundle of each shape, of a generated Sigstore; two of them of the same kind. */
  static List<Original> generated() {
    var trust = new GeneratedTrust();
    List<Original> originals = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      for (int copy = 0; copy < 2; copy++) {
        ObjectNode bundle = trust.sigstore().provenance(GeneratedTrust.request(shape)).bundle();
        originals.add(trust.original(shape + " " + copy, bundle));
      }
    }
    originals.add(
        trust.original(
            "publish", trust.sigstore().publish(GeneratedTrust.publishRequest()).bundle()));
    return originals;
  }

  /** Whether the bundle verifies as this one does, were its builder one that we know. */
  boolean verifies(ObjectNode mutant) {
    byte[] bytes = mutant.toString().getBytes(StandardCharsets.UTF_8);
    return verifier.verify(bytes, expected) instanceof VerifiedResponse.Read read
        && isRight(read.items().getFirst().verdict());
  }

  private static boolean isRight(Verdict verdict) {
    return verdict.outcome() != Verdict.Outcome.UNREADABLE
        && verdict.checks().stream()
            .filter(
                check ->
                    check.missing() == null || check.missing().kind() != MissingTrust.Kind.BUILDER)
            .noneMatch(
                check ->
                    check.status() == CheckStatus.FAILED
                        || check.status() == CheckStatus.INCONCLUSIVE);
  }
}
