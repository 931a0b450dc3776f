package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.testing.IndexedFields;
import dev.whence.testing.RecordedVersions;
import dev.whence.testing.Recording;
import dev.whence.verify.check.ExpectedVersion;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded attestation of the real registry verifies, and reads as the index says. */
class RecordedAttestationsTest {

  static Stream<Map<String, String>> rows() {
    return Recording.index("registry").stream();
  }

  @Test
  void shouldKnowAllRecordedAttestations() {
    assertThat(rows()).hasSize(27);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("named")
  void shouldVerifyAndReadAsIndexed(String name, Map<String, String> row) {
    ExpectedVersion expected =
        RecordedVersions.expected(
            IndexedFields.text(row, "package"), IndexedFields.text(row, "version"));
    VerifiedResponse response =
        new AttestationVerifier(RecordedVersions.publicGood())
            .verify(Recording.bytes(IndexedFields.text(row, "file")), expected);
    AttestationWithVerdict item =
        ((VerifiedResponse.Read) response)
            .items()
            .get(Integer.parseInt(IndexedFields.text(row, "att")));
    assertThat(item.verdict().failures()).isEmpty();
    assertThat(item.verdict().outcome()).isEqualTo(Verdict.Outcome.VERIFIED);
    assertThat(item.attestation()).isNotNull();
    assertThat(IndexedFields.fields(java.util.Objects.requireNonNull(item.attestation())))
        .isEqualTo(IndexedFields.indexed(row));
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> named() {
    return rows()
        .map(
            row ->
                org.junit.jupiter.params.provider.Arguments.of(
                    row.get("file") + "#" + row.get("att"), row));
  }
}
