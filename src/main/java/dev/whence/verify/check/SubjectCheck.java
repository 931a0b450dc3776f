package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.SUBJECT;

import dev.whence.provenance.Check;
import dev.whence.provenance.Integrity;
import dev.whence.provenance.NpmPurl;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.Sha512;
import dev.whence.provenance.bundle.Attestation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Check 8: the statement is about this package version and about the file that npm serves. */
public final class SubjectCheck {

  private SubjectCheck() {}

  public static Check check(CheckInput in, ExpectedVersion expected) {
    @Nullable Attestation attestation = in.attestation();
    if (attestation == null) {
      return Check.inconclusive(SUBJECT, "There is no statement to read a subject from.");
    }
    if (attestation.subjects().isEmpty()) {
      return Check.failed(SUBJECT, "The statement has no subject.");
    }
    if (expected.name() == null && expected.integrity() == null) {
      return Check.notApplicable(
          SUBJECT,
          "No package version was given to compare with; the statement is about "
              + Quoted.shown(attestation.subjects().getFirst().name())
              + ".");
    }
    if (attestation.subjects().size() != 1) {
      return Check.failed(
          SUBJECT,
          "The statement has " + attestation.subjects().size() + " subjects instead of one.");
    }
    Attestation.Subject subject = attestation.subjects().getFirst();
    if (subject.sha512() == null) {
      return Check.failed(SUBJECT, "The subject has no sha512 digest.");
    }
    return compare(subject, subject.sha512(), expected);
  }

  private static Check compare(
      Attestation.Subject subject, Sha512 digest, ExpectedVersion expected) {
    if (expected.name() != null
        && !isAbout(subject.name(), expected.name().value(), expected.version())) {
      return Check.failed(
          SUBJECT,
          "The statement is about "
              + Quoted.shown(subject.name())
              + ", not about "
              + expected.name()
              + "@"
              + expected.version()
              + ".");
    }
    if (expected.integrity() == null) {
      return Check.inconclusive(SUBJECT, "We know no integrity to compare with.");
    }
    Set<String> integrity = Integrity.parse(expected.integrity()).of("sha512");
    if (integrity.isEmpty()) {
      return Check.inconclusive(SUBJECT, "We know no sha512 integrity to compare with.");
    }
    return integrity.size() == 1
        ? compare(digest.hex(), integrity.iterator().next())
        : severalFiles(digest.hex(), integrity);
  }

  private static Check compare(String digest, String integrity) {
    return integrity.equals(digest)
        ? Check.passed(SUBJECT, "The subject's sha512 equals the package's dist.integrity.")
        : Check.failed(
            SUBJECT,
            "The subject's sha512 is "
                + Quoted.digest(digest)
                + ", the package's is "
                + Quoted.digest(integrity)
                + ".");
  }

  /** npm installs a file that matches any of them. */
  private static Check severalFiles(String digest, Set<String> integrity) {
    return integrity.contains(digest)
        ? Check.inconclusive(
            SUBJECT,
            "The package's dist.integrity has "
                + integrity.size()
                + " different sha512, and npm installs a file that matches any of them: the"
                + " subject's is only one.")
        : Check.failed(
            SUBJECT,
            "The subject's sha512 is "
                + Quoted.digest(digest)
                + ", which is none of the "
                + integrity.size()
                + " in the package's dist.integrity.");
  }

  /** True if the purl names the npm package version, in any spelling. */
  public static boolean isAbout(String purl, String name, @Nullable String version) {
    return NpmPurl.parse(purl)
        .filter(named -> named.name().equals(name) && named.version().equals(version))
        .isPresent();
  }
}
