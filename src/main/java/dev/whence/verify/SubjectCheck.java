package dev.whence.verify;

import static dev.whence.provenance.CheckKind.SUBJECT;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.whence.provenance.Attestation;
import dev.whence.provenance.Check;
import dev.whence.provenance.Sha512;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Check 8: the statement is about this package version and about the very file that npm serves. */
final class SubjectCheck {

  private SubjectCheck() {}

  static Check check(CheckInput in) {
    @Nullable Attestation attestation = in.attestation();
    if (attestation == null) {
      return Check.undecided(SUBJECT, "There is no statement to read a subject from.");
    }
    if (attestation.subjects().isEmpty()) {
      return Check.failed(SUBJECT, "The statement has no subject.");
    }
    if (in.expected().name() == null && in.expected().integrity() == null) {
      return Check.notApplicable(
          SUBJECT,
          "No package version was given to compare with; the statement is about "
              + Words.shown(attestation.subjects().getFirst().name())
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
    return compare(subject, subject.sha512(), in.expected());
  }

  private static Check compare(
      Attestation.Subject subject, Sha512 digest, ExpectedVersion expected) {
    if (expected.name() != null
        && !isAbout(subject.name(), expected.name().value(), expected.version())) {
      return Check.failed(
          SUBJECT,
          "The statement is about "
              + Words.shown(subject.name())
              + ", not about "
              + expected.name()
              + "@"
              + expected.version()
              + ".");
    }
    if (expected.integrity() == null) {
      return Check.undecided(SUBJECT, "No integrity is known to compare with.");
    }
    Optional<Sha512> integrity = Sha512.parseIntegrity(expected.integrity());
    if (integrity.isEmpty()) {
      return Check.undecided(SUBJECT, "No sha512 integrity is known to compare with.");
    }
    return integrity.get().equals(digest)
        ? Check.passed(SUBJECT, "The subject's sha512 equals the package's dist.integrity.")
        : Check.failed(
            SUBJECT,
            "The subject's sha512 is "
                + Words.digest(digest.hex())
                + ", the package's is "
                + Words.digest(integrity.get().hex())
                + ".");
  }

  /**
   * True where the purl names the npm package version: as npm writes it, which keeps the case of
   * old names, or another writing of the same (purl specification, type npm).
   */
  static boolean isAbout(String purl, String name, @Nullable String version) {
    if (purl.equals("pkg:npm/" + name.replaceFirst("^@", "%40") + "@" + version)) {
      return true;
    }
    try {
      PackageURL url = new PackageURL(purl);
      String full =
          url.getNamespace() == null ? url.getName() : url.getNamespace() + "/" + url.getName();
      return url.getType().equals("npm")
          && full.equals(name)
          && java.util.Objects.equals(url.getVersion(), version);
    } catch (MalformedPackageURLException notPurl) {
      return false;
    }
  }
}
