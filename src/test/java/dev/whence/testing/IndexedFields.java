package dev.whence.testing;

import dev.whence.provenance.Provenance;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.LogEntry;
import dev.whence.provenance.bundle.Signer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The normalised fields of an attestation by the names of index.tsv's columns. */
public final class IndexedFields {

  private IndexedFields() {}

  /** What the index says. */
  public static Map<String, String> indexed(Map<String, String> row) {
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

  /** What was read. */
  public static Map<String, String> fields(Attestation attestation) {
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
    fields.put("rekorLogIndex", String.valueOf(entry.logIndex()));
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

  /** A column's value. */
  public static String text(Map<String, String> row, String column) {
    return java.util.Objects.requireNonNull(row.get(column), column);
  }

  private static String or(@Nullable String value) {
    return value == null ? "" : value;
  }
}
