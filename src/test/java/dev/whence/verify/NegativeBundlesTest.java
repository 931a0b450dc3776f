package dev.whence.verify;

import static dev.whence.provenance.CheckKind.FORMAT;
import static dev.whence.provenance.CheckKind.IDENTITY;
import static dev.whence.provenance.CheckKind.LOG_ENTRY;
import static dev.whence.provenance.CheckKind.PUBLISH;
import static dev.whence.provenance.CheckKind.SIGNATURE;
import static dev.whence.provenance.CheckKind.SIGNING_TIME;
import static dev.whence.provenance.CheckKind.SUBJECT;
import static dev.whence.provenance.CheckKind.TRANSPARENCY_LOG;
import static dev.whence.provenance.Verdict.Outcome.REJECTED;
import static dev.whence.provenance.Verdict.Outcome.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.CheckKind;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Sha512;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.testing.RecordedVersions;
import dev.whence.testing.Recording;
import dev.whence.verify.check.ExpectedVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tampered, mismatched and malformed files: every one gets the verdict that the index expects, and
 * exactly the checks fail that the index's reason speaks of, with what follows from it.
 */
class NegativeBundlesTest {

  /** What must become of an attestation: the outcome and all checks that fail. */
  private record Expectation(Verdict.Outcome outcome, Set<CheckKind> failed) {}

  private static final Map<String, Expectation> EXPECTED = new HashMap<>();

  // Each line's comment is the index's reason, shortened.
  static {
    // dsseEnvelope.signatures[0].sig: … -> …
    put(
        "ainumbers-helm/sigstore-verify-4.1.2-tampered.sigstore.json#0",
        REJECTED,
        LOG_ENTRY,
        SIGNATURE);
    // These four have their log entry in a member of a draft, verificationData.
    // DSSE payload is not a statement; no tlog entry in verificationMaterial; changed:
    put(
        "libnpmpublish/bad-dsse-payload-bundle.json#0",
        UNREADABLE,
        FORMAT,
        TRANSPARENCY_LOG,
        LOG_ENTRY,
        SIGNING_TIME);
    // subject digest is not the tarball's; changed: dsseEnvelope.payload .subject[0].digest.s
    put(
        "libnpmpublish/digest-mismatch-provenance-bundle.json#0",
        REJECTED,
        FORMAT,
        TRANSPARENCY_LOG,
        LOG_ENTRY,
        SIGNING_TIME,
        SUBJECT);
    // DSSE signature altered; changed: dsseEnvelope.signatures[0].sig: … -> …
    put(
        "libnpmpublish/invalid-signature-bundle.json#0",
        REJECTED,
        FORMAT,
        TRANSPARENCY_LOG,
        LOG_ENTRY,
        SIGNING_TIME,
        SIGNATURE);
    // statement without subjects; changed: dsseEnvelope.payload .subject[0].digest.sha512: …
    put(
        "libnpmpublish/no-provenance-subject-bundle.json#0",
        REJECTED,
        FORMAT,
        TRANSPARENCY_LOG,
        LOG_ENTRY,
        SIGNING_TIME,
        SUBJECT);
    // two DSSE signatures: a bundle must have exactly one
    put("other-clients/go-dsse-2sigs.json#0", UNREADABLE, FORMAT);
    // DSSE signature altered
    put(
        "other-clients/java-bundle.dsse.bad-signature.sigstore.json#0",
        REJECTED,
        LOG_ENTRY,
        SIGNATURE);
    // Rekor v2 entry of kind dsse/0.0.2, which was withdrawn
    put("other-clients/java-bundle.dsse.rekor-v2.bad-entry-type.json#0", REJECTED, LOG_ENTRY);
    // DSSE signature altered (staging Rekor v2 root)
    put(
        "other-clients/java-bundle.dsse.rekor-v2.bad-signature.sigstore.json#0",
        REJECTED,
        LOG_ENTRY,
        SIGNATURE,
        IDENTITY);
    // tlog entry is for another envelope
    put(
        "other-clients/java-bundle.dsse.rekor-v2.mismatched-envelope.json#0",
        REJECTED,
        LOG_ENTRY,
        IDENTITY);
    // empty certificate chain
    put("other-clients/py-bundle_no_cert_v1.json#0", UNREADABLE, FORMAT);
    // no tlog entry and no timestamp
    put(
        "other-clients/py-bundle_no_log_entry.json#0",
        UNREADABLE,
        FORMAT,
        TRANSPARENCY_LOG,
        LOG_ENTRY,
        SIGNING_TIME);
    // valid signature by the wrong identity (loosebazooka/aa-test malicious_attestation.yaml
    put("other-clients/slsa-bcr-wrong-signer.jsonl#0", REJECTED, IDENTITY);
    // DSSE signature altered
    put(
        "other-clients/slsa-bundle-invalid-dsse-sig.json#0",
        REJECTED,
        TRANSPARENCY_LOG,
        LOG_ENTRY,
        SIGNATURE);
    // tlog entry/certificate does not belong to this envelope
    put("other-clients/slsa-bundle-mismatch-tlog.json#0", REJECTED, LOG_ENTRY, SIGNING_TIME);
    // dsseEnvelope.signatures[0].sig: … -> …
    put("pacote/invalid-attestations.json#1", UNREADABLE, FORMAT);
    // dsseEnvelope.payload .subject[0].digest.sha512: … -> …
    put("pacote/malformed-subject-attestations.json#1", REJECTED, LOG_ENTRY, SIGNATURE, SUBJECT);
    // DSSE signature keyid (not signed) names a key npm does not have: pacote
    put("pacote/mismatched-keyid-attestations.json#0", REJECTED, FORMAT);
    // dsseEnvelope.payload .subject[0].digest.sha512: … -> …
    put(
        "pacote/mismatched-subject-digest-attestations.json#1",
        REJECTED,
        LOG_ENTRY,
        SIGNATURE,
        SUBJECT);
    // dsseEnvelope.payload (re-encoded, same JSON)
    put(
        "slsa-verifier/gundam-visor-cli-v1-tag-invalidsigpub.json#0",
        REJECTED,
        LOG_ENTRY,
        SIGNATURE);
    // dsseEnvelope.payloadType: … -> …
    put("slsa-verifier/npm-att-mismatch-prov-payloadtype.json#0", REJECTED, FORMAT, SIGNATURE);
    // wrapper predicateType differs from the signed predicateType: slsa-verifier rejects,
    put("slsa-verifier/npm-att-mismatch-prov-predicatetype.json#0", REJECTED, FORMAT);
    // dsseEnvelope.payloadType: … -> … (source file is byte-identical to npm-att-misma
    put("slsa-verifier/npm-att-mismatch-pub-payloadtype.json#0", REJECTED, FORMAT, SIGNATURE);
    // dsseEnvelope.payload .predicate.materials[0].digest.sha1: … -> …
    put(
        "slsa-verifier/npm-att-prov-invalid-signature.json#0",
        REJECTED,
        LOG_ENTRY,
        SIGNATURE,
        IDENTITY);
    // dsseEnvelope.payload .subject[0].digest: … -> … .subject[0].digest.sha512: … ->
    put(
        "slsa-verifier/npm-att-publish-invalid-signature.json#1",
        UNREADABLE,
        FORMAT,
        LOG_ENTRY,
        SIGNATURE);
    // dsseEnvelope.payload .subject[0].digest.sha512: … -> … .subject[0].name: … -> …
    put("slsa-verifier/npm-att-publish-nosubjects.json#1", REJECTED, LOG_ENTRY, SIGNATURE, SUBJECT);
    // dsseEnvelope.payload .predicateType: … -> …
    put(
        "slsa-verifier/npm-stmt-mismatch-prov-predicatetype.json#0",
        REJECTED,
        FORMAT,
        LOG_ENTRY,
        SIGNATURE);
    // dsseEnvelope.payload ._type: … -> …
    put("slsa-verifier/npm-stmt-mismatch-pub-type.json#1", REJECTED, FORMAT, LOG_ENTRY, SIGNATURE);
    // dsseEnvelope.payload .predicate.version: … -> …
    put(
        "slsa-verifier/provenance-npm-test-cli-v02-prega-invalidsigpub.json#0",
        REJECTED,
        LOG_ENTRY,
        SIGNATURE,
        PUBLISH);
    // dsseEnvelope.payload (re-encoded, same JSON)
    put(
        "slsa-verifier/provenance-npm-test-cli-v1-prega-invalidsigprov.json#1",
        REJECTED,
        LOG_ENTRY,
        SIGNATURE);
    // dsseEnvelope.payload (re-encoded, same JSON)
    put(
        "slsa-verifier/provenance-npm-test-cli-v1-prega-invalidsigpub.json#0",
        REJECTED,
        LOG_ENTRY,
        SIGNATURE);
    // dsseEnvelope.payload .predicate.materials[0].digest.sha1: … -> …
    put(
        "slsa-verifier/provenance-npm-test-ossf-invalidsigprov.json#1",
        REJECTED,
        LOG_ENTRY,
        SIGNATURE,
        IDENTITY);
  }

  private static void put(String file, Verdict.Outcome outcome, CheckKind... failed) {
    EXPECTED.put("negative/" + file, new Expectation(outcome, new TreeSet<>(List.of(failed))));
  }

  static Stream<String> rows() {
    return Recording.index("negative").stream().map(NegativeBundlesTest::id);
  }

  private static String id(Map<String, String> row) {
    return row.get("file") + "#" + row.get("att");
  }

  private static Map<String, String> row(String id) {
    return Recording.index("negative").stream()
        .filter(row -> id(row).equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldHaveAnExpectationForEveryRowThatIsNotAuthentic() {
    List<String> tampered =
        Recording.index("negative").stream()
            .filter(row -> Objects.requireNonNull(row.get("authentic")).startsWith("tampered"))
            .map(NegativeBundlesTest::id)
            .toList();
    assertThat(EXPECTED.keySet()).containsExactlyInAnyOrderElementsOf(tampered);
    assertThat(Recording.index("negative")).hasSize(49);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void shouldGiveTheExpectedVerdictForTheRightReason(String id) {
    Map<String, String> row = row(id);
    boolean staging = id.contains("rekor-v2");
    AttestationWithVerdict item =
        Verified.row(
            row,
            staging ? RecordedVersions.staging() : RecordedVersions.publicGood(),
            expected(row));
    Expectation expectation =
        EXPECTED.getOrDefault(id, new Expectation(Verdict.Outcome.VERIFIED, Set.of()));
    assertThat(Verified.failed(item.verdict())).isEqualTo(expectation.failed());
    assertThat(item.verdict().outcome()).isEqualTo(expectation.outcome());
  }

  /** libnpmpublish's fixture has no packument; its authentic sibling names the tarball's digest. */
  private static ExpectedVersion expected(Map<String, String> row) {
    if (!Objects.requireNonNull(row.get("file")).contains("/libnpmpublish/")) {
      return RecordedVersions.expected(row);
    }
    Map<String, String> authentic =
        Recording.index("other").stream()
            .filter(other -> String.valueOf(other.get("file")).contains("valid-bundle-v02"))
            .findFirst()
            .orElseThrow();
    String digest = Objects.requireNonNull(authentic.get("subjectSha512"));
    return new ExpectedVersion(
        new PackageName(Objects.requireNonNull(row.get("package"))),
        row.get("version"),
        new Sha512(digest).integrity(),
        List.of(),
        null);
  }
}
