package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Sha512;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.verify.check.PublishCheck;
import dev.whence.verify.check.PublishSibling;
import dev.whence.verify.check.SubjectCheck;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One package version has more than one purl; another package version has none of them. */
class PurlSpellingTest {

  private static final GeneratedTrust TRUST = new GeneratedTrust();

  private final Attestation provenance =
      Objects.requireNonNull(TRUST.verify(GeneratedTrust.request(Shape.NPM_CLI_V1)).attestation());

  private static Attestation about(Attestation attestation, String name, @Nullable Sha512 digest) {
    return new Attestation(
        attestation.kind(),
        attestation.predicateType(),
        attestation.wrapperPredicateType(),
        attestation.mediaType(),
        attestation.statementType(),
        attestation.signer(),
        attestation.logEntry(),
        attestation.signedAt(),
        attestation.timeSource(),
        List.of(new Attestation.Subject(name, digest)),
        attestation.provenance());
  }

  private static PublishSibling verified(Attestation publish) {
    return new PublishSibling(publish, Verdict.Outcome.VERIFIED);
  }

  private CheckStatus besidePublishOf(String name, @Nullable Sha512 digest) {
    Attestation publish = about(provenance, name, digest);
    return PublishCheck.ofProvenance(provenance, List.of(verified(publish))).status();
  }

  @Test
  void shouldTakeAnEncodedAndAPlainScopeForOnePackage() {
    Sha512 digest = GeneratedTrust.SUBJECT.digest();
    assertThat(provenance.subjects().getFirst().name())
        .isEqualTo("pkg:npm/%40tidewater/brine@2.1.0");
    assertThat(besidePublishOf("pkg:npm/@tidewater/brine@2.1.0", digest))
        .isEqualTo(CheckStatus.PASSED);
    assertThat(besidePublishOf("pkg:npm/%40tidewate%72/brine@2%2e1%2E0", digest))
        .isEqualTo(CheckStatus.PASSED);
  }

  @Test
  void shouldNotTakeAnotherPackageForIt() {
    Sha512 digest = GeneratedTrust.SUBJECT.digest();
    assertThat(besidePublishOf("pkg:npm/@tidewater/brine@2.1.1", digest))
        .isEqualTo(CheckStatus.FAILED);
    assertThat(besidePublishOf("pkg:npm/%40tidewater%2Fbrine@2.1.0", digest))
        .isEqualTo(CheckStatus.FAILED);
    assertThat(besidePublishOf("pkg:npm/@tidewater/Brine@2.1.0", digest))
        .isEqualTo(CheckStatus.FAILED);
  }

  @Test
  void shouldNotTakeAnotherRegistrysPackageForIt() {
    Sha512 digest = GeneratedTrust.SUBJECT.digest();
    String purl = "pkg:npm/@tidewater/brine@2.1.0?repository_url=";
    assertThat(besidePublishOf(purl + "https://registry.npmjs.org", digest))
        .isEqualTo(CheckStatus.PASSED);
    assertThat(besidePublishOf(purl + "https://npm.example", digest)).isEqualTo(CheckStatus.FAILED);
  }

  @Test
  void shouldNotTakeTwoUnknownFilesForOne() {
    Attestation nameless = about(provenance, "pkg:npm/@tidewater/brine@2.1.0", null);
    assertThat(PublishCheck.ofProvenance(nameless, List.of(verified(nameless))).status())
        .isEqualTo(CheckStatus.FAILED);
  }

  @Test
  void shouldFindTheVersionInEitherSpelling() {
    assertThat(SubjectCheck.isAbout("pkg:npm/%40scope/name@1.0.0", "@scope/name", "1.0.0"))
        .isTrue();
    assertThat(SubjectCheck.isAbout("pkg:npm/@scope/name@1.0.0", "@scope/name", "1.0.0")).isTrue();
    assertThat(SubjectCheck.isAbout("pkg:npm/name@1.0.0", "@scope/name", "1.0.0")).isFalse();
    assertThat(SubjectCheck.isAbout("pkg:pypi/name@1.0.0", "name", "1.0.0")).isFalse();
  }

  @Test
  void shouldKnowThatOldNamesKeepTheirCase() {
    assertThat(SubjectCheck.isAbout("pkg:npm/JSONStream@1.0.0", "JSONStream", "1.0.0")).isTrue();
    assertThat(SubjectCheck.isAbout("pkg:npm/jsonstream@1.0.0", "JSONStream", "1.0.0")).isFalse();
  }
}
