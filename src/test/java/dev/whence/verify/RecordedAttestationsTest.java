package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.Attestation;
import dev.whence.provenance.LogEntry;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.Signer;
import dev.whence.provenance.Verdict;
import dev.whence.testing.RecordedVersions;
import dev.whence.testing.Recording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        RecordedVersions.expected(text(row, "package"), text(row, "version"));
    VerifiedResponse response =
        new AttestationVerifier(RecordedVersions.publicGood())
            .verify(Recording.bytes(text(row, "file")), expected);
    VerifiedResponse.Item item =
        ((VerifiedResponse.Read) response).items().get(Integer.parseInt(text(row, "att")));
    assertThat(item.verdict().failures()).isEmpty();
    assertThat(item.verdict().outcome()).isEqualTo(Verdict.Outcome.VERIFIED);
    assertThat(item.attestation()).isNotNull();
    assertThat(fields(java.util.Objects.requireNonNull(item.attestation())))
        .isEqualTo(indexed(row));
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> named() {
    return rows()
        .map(
            row ->
                org.junit.jupiter.params.provider.Arguments.of(
                    row.get("file") + "#" + row.get("att"), row));
  }

  private static Map<String, String> indexed(Map<String, String> row) {
    Map<String, String> fields = new TreeMap<>();
    for (String column :
        List.of(
            "predicateType_signed",
            "predicateType_wrapper",
            "bundleMediaType",
            "SAN",
            "issuer",
            "certOIDs",
            "sourceRepo",
            "ref",
            "sha",
            "builderId",
            "buildType",
            "runnerEnv",
            "trigger",
            "runURI",
            "rekorKind",
            "rekorLogIndex",
            "integratedTime",
            "inclusionPromise",
            "inclusionProof",
            "checkpoint",
            "statementType",
            "subjectCount",
            "subjectName",
            "subjectSha512")) {
      fields.put(column, text(row, column));
    }
    fields.put(
        "workflowPath", text(row, "workflowPath").replaceFirst("^.*?(\\.github/[^@]*)@?.*$", "$1"));
    return fields;
  }

  private static Map<String, String> fields(Attestation attestation) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("predicateType_signed", attestation.predicateType());
    fields.put("predicateType_wrapper", or(attestation.wrapperPredicateType()));
    fields.put("bundleMediaType", attestation.mediaType());
    fields.put("statementType", attestation.statementType());
    fields.put("subjectCount", Integer.toString(attestation.subjects().size()));
    fields.put("subjectName", attestation.subjects().getFirst().name());
    fields.put(
        "subjectSha512",
        java.util.Objects.requireNonNull(attestation.subjects().getFirst().sha512()).hex());
    signer(fields, attestation.signer());
    log(fields, java.util.Objects.requireNonNull(attestation.logEntry()));
    provenance(fields, attestation.provenance());
    return fields;
  }

  private static void signer(Map<String, String> fields, Signer signer) {
    switch (signer) {
      case Signer.Certificate certificate -> {
        fields.put("SAN", certificate.identity());
        fields.put("issuer", or(certificate.issuer()));
        fields.put(
            "certOIDs",
            String.join(
                ",",
                new TreeMap<>(certificate.extensions())
                    .keySet().stream().map(String::valueOf).toList()));
      }
      case Signer.ManagedKey _ -> {
        fields.put("SAN", "");
        fields.put("issuer", "");
        fields.put("certOIDs", "");
      }
    }
  }

  private static void log(Map<String, String> fields, LogEntry entry) {
    fields.put("rekorKind", entry.kind());
    fields.put("rekorLogIndex", Long.toString(entry.logIndex()));
    fields.put("integratedTime", String.valueOf(entry.integratedTime()));
    fields.put("inclusionPromise", entry.promise() ? "yes" : "no");
    fields.put("inclusionProof", entry.proof() ? "yes" : "no");
    fields.put("checkpoint", entry.checkpoint() ? "yes" : "no");
  }

  private static void provenance(Map<String, String> fields, @Nullable Provenance provenance) {
    Map<String, String> read = new HashMap<>();
    if (provenance != null) {
      put(read, "sourceRepo", provenance.source() == null ? null : provenance.source().url());
      put(read, "ref", provenance.ref());
      put(read, "sha", provenance.commit());
      put(read, "buildType", provenance.buildType());
      put(read, "trigger", provenance.trigger());
      put(read, "runURI", provenance.runUrl());
      if (provenance.builder() != null) {
        put(read, "builderId", provenance.builder().id());
        put(read, "runnerEnv", provenance.builder().runnerEnvironment());
      }
      put(
          read,
          "workflowPath",
          provenance.workflow() == null ? null : provenance.workflow().path());
    }
    for (String column :
        List.of(
            "sourceRepo",
            "ref",
            "sha",
            "buildType",
            "trigger",
            "runURI",
            "builderId",
            "runnerEnv",
            "workflowPath")) {
      fields.put(column, read.getOrDefault(column, ""));
    }
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static String text(Map<String, String> row, String column) {
    return java.util.Objects.requireNonNull(row.get(column), column);
  }

  private static String or(@Nullable String value) {
    return value == null ? "" : value;
  }
}
