package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.provenance.bundle.LogEntry;
import dev.whence.testing.RecordedVersions;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An entry's index and time in its log are facts only where something that the log signs covers
 * them.
 */
class LogIndexTest {

  private static final String ENTRY = "/verificationMaterial/tlogEntries/0";

  /** Of Rekor v1, with promise, proof and an RFC 3161 timestamp. */
  private static final String TIMESTAMPED = "other/github/kubewarden-dsse-v03-tsa.json";

  private final GeneratedTrust trust = new GeneratedTrust();

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"1", "1715678813", "0"})
  void shouldRejectARekorV2EntryWithAnotherIndexThanItsProof(@Nullable String integratedTime) {
    ObjectNode bundle = generated(Shape.NPM_CLI_V1_REKOR_V2);
    ObjectNode entry = (ObjectNode) bundle.at(ENTRY);
    entry.put("logIndex", "508226558");
    if (integratedTime != null) {
      entry.put("integratedTime", integratedTime);
    }
    AttestationWithVerdict item = verify(bundle);
    assertThat(Verified.failed(item.verdict())).containsExactly(CheckKind.TRANSPARENCY_LOG);
    assertThat(logEntry(item).logIndex()).isNull();
    assertThat(logEntry(item).integratedTime()).isNull();
  }

  @Test
  void shouldNotShowAnIntegratedTimeThatRekorV2NeverGives() {
    ObjectNode bundle = generated(Shape.NPM_CLI_V1_REKOR_V2);
    LogEntry genuine = logEntry(verify(bundle));
    ((ObjectNode) bundle.at(ENTRY)).put("integratedTime", "1715678813");
    AttestationWithVerdict item = verify(bundle);
    assertThat(item.verdict().outcome()).isEqualTo(Verdict.Outcome.VERIFIED);
    assertThat(genuine.logIndex()).isNotNull();
    assertThat(logEntry(item)).isEqualTo(genuine);
  }

  @Test
  void shouldNotShowAnIndexOfRekorV1ThatNoPromiseCovers() {
    ChangedBundle bundle = ChangedBundle.of(TIMESTAMPED, 0);
    String index = bundle.entry().path("logIndex").asText();
    bundle.entry().remove("inclusionPromise");
    bundle.entry().put("logIndex", "1");
    AttestationWithVerdict item = bundle.verify(RecordedVersions.publicGood());
    assertThat(Verified.failed(item.verdict())).doesNotContain(CheckKind.TRANSPARENCY_LOG);
    assertThat(logEntry(item).logIndex()).isNull();
    assertThat(Verified.check(item.verdict(), CheckKind.TRANSPARENCY_LOG).reason())
        .contains("confirms the entry by an inclusion proof")
        .doesNotContain(index);
  }

  /** The promise states the index in the log as a whole, the proof that in one of its trees. */
  @Test
  void shouldShowTheIndexThatThePromiseCovers() {
    ChangedBundle bundle = ChangedBundle.of(TIMESTAMPED, 0);
    LogEntry entry = logEntry(bundle.verify(RecordedVersions.publicGood()));
    assertThat(entry.logIndex()).isEqualTo(bundle.entry().path("logIndex").asLong());
    assertThat(bundle.entry().at("/inclusionProof/logIndex").asLong())
        .isNotEqualTo(entry.logIndex());
  }

  /** Of several entries, all of which must hold, the order does not matter. */
  @Test
  void shouldTellTheSameWhicheverEntryStandsFirst() {
    ObjectNode bundle = generated(Shape.NPM_CLI_V1);
    AttestationWithVerdict genuine = verify(bundle);
    ArrayNode entries = (ArrayNode) bundle.at("/verificationMaterial/tlogEntries");
    ObjectNode again = entries.get(0).deepCopy();
    again.remove("inclusionPromise");
    entries.insert(0, again);
    AttestationWithVerdict item = verify(bundle);
    assertThat(item.attestation()).isEqualTo(genuine.attestation());
    assertThat(item.verdict()).isEqualTo(genuine.verdict());
  }

  /** The same of entries that both have a promise: the earlier one is told. */
  @Test
  void shouldTellTheEarlierOfTwoEntriesWithAPromise() {
    ObjectNode bundle = generated(Shape.NPM_CLI_V1);
    LogEntry genuine = logEntry(verify(bundle));
    ArrayNode entries = (ArrayNode) bundle.at("/verificationMaterial/tlogEntries");
    ObjectNode later = entries.get(0).deepCopy();
    later.put("integratedTime", later.path("integratedTime").asLong() + 1);
    entries.insert(0, later);
    AttestationWithVerdict first = verify(bundle);
    entries.add(entries.remove(0));
    AttestationWithVerdict last = verify(bundle);
    assertThat(last.attestation()).isEqualTo(first.attestation());
    assertThat(last.verdict()).isEqualTo(first.verdict());
    assertThat(logEntry(last)).isEqualTo(genuine);
  }

  @Test
  void shouldRefuseTheKindOfEntryThatWasWithdrawn() {
    ObjectNode bundle = generated(Shape.NPM_CLI_V1_REKOR_V2);
    ((ObjectNode) bundle.at(ENTRY + "/kindVersion")).put("kind", "dsse");
    AttestationWithVerdict item = verify(bundle);
    assertThat(Verified.failed(item.verdict())).containsExactly(CheckKind.LOG_ENTRY);
    assertThat(Verified.check(item.verdict(), CheckKind.LOG_ENTRY).reason())
        .contains("dsse 0.0.2, which was withdrawn");
  }

  private ObjectNode generated(Shape shape) {
    return trust.sigstore().provenance(GeneratedTrust.request(shape)).bundle();
  }

  private AttestationWithVerdict verify(ObjectNode bundle) {
    return trust
        .verify(bundle.toString().getBytes(StandardCharsets.UTF_8), trust.expected())
        .getFirst();
  }

  private static LogEntry logEntry(AttestationWithVerdict item) {
    Attestation attestation = Objects.requireNonNull(item.attestation());
    return Objects.requireNonNull(attestation.logEntry());
  }
}
