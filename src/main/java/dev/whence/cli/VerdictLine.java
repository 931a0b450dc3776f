package dev.whence.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.provenance.Builder;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.Slug;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.Workflow;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.provenance.bundle.LogEntry;
import dev.whence.provenance.bundle.Signer;
import dev.whence.provenance.bundle.VerifierId;
import dev.whence.verify.check.Expectation;
import dev.whence.verify.check.ExpectedVersion;
import org.jspecify.annotations.Nullable;

/** One attestation's verdict as a line of JSON. What is absent has no field. */
final class VerdictLine {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String file;
  private final VerifierId verifier;
  private final Expectation expected;

  VerdictLine(String file, VerifierId verifier, Expectation expected) {
    this.file = file;
    this.verifier = verifier;
    this.expected = expected;
  }

  /** A document that is no attestation at all. */
  static ObjectNode unreadable(String file, int index, String problem) {
    return JSON.objectNode()
        .put("file", file)
        .put("attestation", index)
        .put("verdict", Slug.of(Verdict.Outcome.UNREADABLE))
        .put("problem", problem);
  }

  ObjectNode of(int index, AttestationWithVerdict item) {
    Verdict verdict = item.verdict();
    ObjectNode line =
        JSON.objectNode()
            .put("file", file)
            .put("attestation", index)
            .put("verdict", Slug.of(verdict.outcome()));
    if (verdict.level() != null) {
      line.put("level", verdict.level().title());
    }
    line.put("subjectCompared", isSubjectCompared(verdict));
    if (expected instanceof ExpectedVersion version && version.name() != null) {
      line.put("expected", version.name() + "@" + version.version());
    }
    ArrayNode checks = line.putArray("checks");
    verdict.checks().forEach(check -> checks.add(check(check)));
    if (item.attestation() != null) {
      attestation(line, item.attestation());
    }
    line.putObject("verifier")
        .put("version", verifier.version())
        .put("policy", verifier.policy())
        .put("trustDigest", verifier.trustDigest());
    return line;
  }

  private static boolean isSubjectCompared(Verdict verdict) {
    return verdict.checks().stream()
        .anyMatch(
            check ->
                check.kind() == CheckKind.SUBJECT
                    && (check.status() == CheckStatus.PASSED
                        || check.status() == CheckStatus.FAILED));
  }

  private static ObjectNode check(Check check) {
    ObjectNode node =
        JSON.objectNode()
            .put("check", check.kind().slug())
            .put("status", Slug.of(check.status()))
            .put("reason", check.reason());
    if (check.missing() != null) {
      node.putObject("missing")
          .put("kind", check.missing().kind().slug())
          .put("id", check.missing().id());
    }
    return node;
  }

  private static void attestation(ObjectNode line, Attestation attestation) {
    line.put("kind", Slug.of(attestation.kind())).put("predicateType", attestation.predicateType());
    ArrayNode subjects = line.putArray("subjects");
    for (Attestation.Subject subject : attestation.subjects()) {
      ObjectNode node = subjects.addObject().put("name", subject.name());
      put(node, "sha512", subject.sha512() == null ? null : subject.sha512().hex());
    }
    signer(line.putObject("signer"), attestation.signer());
    put(line, "signedAt", attestation.signedAt());
    put(line, "timeSource", attestation.timeSource());
    LogEntry entry = attestation.logEntry();
    if (entry != null) {
      line.putObject("logEntry")
          .put("kind", entry.kind())
          .put("index", entry.logIndex())
          .put("logId", entry.logId());
    }
    if (attestation.provenance() != null) {
      provenance(line.putObject("provenance"), attestation.provenance());
    }
  }

  private static void signer(ObjectNode node, Signer signer) {
    switch (signer) {
      case Signer.Certificate certificate -> {
        node.put("identity", certificate.identity());
        put(node, "issuer", certificate.issuer());
      }
      case Signer.ManagedKey key -> node.put("key", key.hint());
    }
  }

  private static void provenance(ObjectNode node, Provenance provenance) {
    SourceRepository source = provenance.source();
    if (source != null) {
      node.put("repository", source.url());
      put(node, "repositoryId", source.repositoryId());
      put(node, "ownerId", source.ownerId());
    }
    put(node, "ref", provenance.ref());
    put(node, "commit", provenance.commit());
    Workflow workflow = provenance.workflow();
    if (workflow != null) {
      node.put("workflow", workflow.path());
      put(node, "workflowRef", workflow.ref());
    }
    put(node, "trigger", provenance.trigger());
    put(node, "runUrl", provenance.runUrl());
    put(node, "invocationId", provenance.invocationId());
    put(node, "buildType", provenance.buildType());
    Builder builder = provenance.builder();
    if (builder != null) {
      node.put("builder", builder.id()).put("provider", Slug.of(builder.provider()));
      put(node, "runnerEnvironment", builder.runnerEnvironment());
    }
  }

  private static void put(ObjectNode node, String field, @Nullable Object value) {
    if (value != null) {
      node.put(field, value instanceof Enum<?> constant ? Slug.of(constant) : value.toString());
    }
  }
}
