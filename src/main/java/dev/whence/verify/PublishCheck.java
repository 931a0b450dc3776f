package dev.whence.verify;

import static dev.whence.provenance.CheckKind.PUBLISH;

import dev.whence.provenance.Attestation;
import dev.whence.provenance.AttestationKind;
import dev.whence.provenance.Check;
import dev.whence.provenance.NpmPurl;
import dev.whence.provenance.Predicate;
import dev.whence.provenance.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Check 11: npm's publish attestation, signed by npm's key, says the same name, version and digest
 * (npm/attestation, publish v0.1).
 */
final class PublishCheck {

  private PublishCheck() {}

  /**
   * The publish attestation itself.
   *
   * @param in of an attestation of kind PUBLISH
   */
  static Check ofPublish(CheckInput in, Statement statement) {
    if (in.keyHint().isEmpty()) {
      return Check.failed(PUBLISH, "It is not signed with a key of npm's.");
    }
    if (!(statement.predicate() instanceof Predicate.Publish publish)
        || publish.name() == null
        || publish.version() == null) {
      return Check.failed(PUBLISH, "Its predicate names no package version.");
    }
    boolean sameSubject =
        statement.subjects().stream()
            .allMatch(s -> SubjectCheck.isAbout(s.name(), publish.name(), publish.version()));
    return sameSubject
        ? Check.passed(
            PUBLISH, "npm took in " + publish.name() + "@" + publish.version() + " and signed it.")
        : Check.failed(
            PUBLISH,
            "Its predicate names "
                + Words.shown(publish.name() + "@" + publish.version())
                + ", its subject something else.");
  }

  /**
   * A provenance beside the publish attestation of the same response.
   *
   * @param publish the verified sibling; empty where there is none
   * @param rejected there is one, but it was rejected
   */
  static Check ofProvenance(
      Attestation provenance, Optional<Attestation> publish, boolean rejected) {
    if (provenance.kind() != AttestationKind.PROVENANCE) {
      return Check.notApplicable(PUBLISH, "Only provenance is compared with it.");
    }
    if (publish.isEmpty()) {
      return Check.notApplicable(
          PUBLISH,
          rejected
              ? "The publish attestation beside it was itself rejected, so it proves nothing."
              : "The response has no publish attestation.");
    }
    return sameSubjects(publish.get().subjects(), provenance.subjects())
        ? Check.passed(PUBLISH, "npm's publish attestation names the same version and digest.")
        : Check.failed(PUBLISH, "npm's publish attestation names another version or digest.");
  }

  private static boolean sameSubjects(
      List<Attestation.Subject> left, List<Attestation.Subject> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Two subjects without a digest are two unknown files. */
  private static boolean same(Attestation.Subject left, Attestation.Subject right) {
    return NpmPurl.same(left.name(), right.name())
        && left.sha512() != null
        && left.sha512().equals(right.sha512());
  }
}
