package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.PUBLISH;

import dev.whence.provenance.Check;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.NpmPurl;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationKind;
import dev.whence.provenance.bundle.Signer;
import dev.whence.provenance.bundle.Statement;
import dev.whence.provenance.predicate.Predicate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Check 11: npm's publish attestation, signed by npm's key, says the same name, version and digest
 * (npm/attestation, publish v0.1).
 */
public final class PublishCheck {

  private PublishCheck() {}

  /**
   * The publish attestation itself.
   *
   * @param in of an attestation of kind PUBLISH
   */
  public static Check ofPublish(CheckInput in, Statement statement) {
    if (in.keyHint().isEmpty()) {
      return withoutKey(in);
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
            PUBLISH, "npm accepted " + publish.name() + "@" + publish.version() + " and signed it.")
        : Check.failed(
            PUBLISH,
            "Its predicate names "
                + Quoted.shown(publish.name() + "@" + publish.version())
                + ", but its subject is something else.");
  }

  /** A CI run is not npm. We do not know the signers of an unknown issuer. */
  private static Check withoutKey(CheckInput in) {
    @Nullable Attestation attestation = in.attestation();
    return attestation != null
            && attestation.signer() instanceof Signer.Certificate certificate
            && CiProvider.ofIssuer(certificate.issuer()) == CiProvider.OTHER
        ? Check.inconclusive(
            PUBLISH,
            "It is not signed with npm's key, and we do not know whether "
                + Quoted.shown(certificate.identity())
                + " is npm.")
        : Check.failed(PUBLISH, "It is not signed with npm's key.");
  }

  /**
   * A provenance beside the publish attestations of the same response. It is compared with all
   * verified ones. The others prove nothing for or against it, and the reason names them.
   */
  public static Check ofProvenance(Attestation provenance, List<PublishSibling> siblings) {
    if (provenance.kind() != AttestationKind.PROVENANCE) {
      return Check.notApplicable(
          PUBLISH, "Only provenance is compared with npm's publish attestation.");
    }
    if (siblings.isEmpty()) {
      return Check.notApplicable(PUBLISH, "The response has no publish attestation.");
    }
    List<Attestation> verified =
        siblings.stream()
            .filter(sibling -> sibling.outcome() == Verdict.Outcome.VERIFIED)
            .map(PublishSibling::attestation)
            .toList();
    String others = others(siblings);
    if (verified.isEmpty()) {
      return Check.notApplicable(PUBLISH, others);
    }
    boolean same =
        verified.stream()
            .allMatch(publish -> sameSubjects(publish.subjects(), provenance.subjects()));
    return same
        ? Check.passed(
            PUBLISH, "npm's publish attestation names the same version and digest." + more(others))
        : Check.failed(
            PUBLISH, "npm's publish attestation names another version or digest." + more(others));
  }

  private static String others(List<PublishSibling> siblings) {
    boolean rejected = siblings.stream().anyMatch(one -> one.outcome() == Verdict.Outcome.REJECTED);
    boolean inconclusive =
        siblings.stream().anyMatch(one -> one.outcome() == Verdict.Outcome.INCONCLUSIVE);
    return (rejected
            ? "A publish attestation beside it was itself rejected, so it proves nothing."
            : "")
        + (rejected && inconclusive ? " " : "")
        + (inconclusive
            ? "A publish attestation beside it is inconclusive, so it proves nothing."
            : "");
  }

  private static String more(String others) {
    return others.isEmpty() ? "" : " " + others;
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
