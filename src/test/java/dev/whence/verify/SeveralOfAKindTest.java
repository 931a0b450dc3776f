package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.demo.sigstore.Fault;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.Shape;
import dev.whence.demo.sigstore.Subject;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.RegistrySignature;
import dev.whence.provenance.Sha512;
import dev.whence.verify.check.ExpectedVersion;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Of several hashes, signatures and publish attestations all are judged, in whatever order. */
class SeveralOfAKindTest {

  private static final GeneratedTrust TRUST = new GeneratedTrust();
  private static final String ANOTHER = Sha512.parseHex("ab".repeat(64)).orElseThrow().integrity();

  private static ExpectedVersion with(String integrity) {
    ExpectedVersion expected = TRUST.expected();
    return new ExpectedVersion(
        expected.name(), expected.version(), integrity, List.of(), expected.publishedAt());
  }

  private static Check subject(String integrity) {
    byte[] response =
        IssuedBundle.response(
            TRUST.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1)));
    return Verified.check(
        TRUST.verify(response, with(integrity)).getFirst().verdict(), CheckKind.SUBJECT);
  }

  @Test
  void shouldBindToNoFileWhereTwoHashesAreStated() {
    String right = Objects.requireNonNull(TRUST.expected().integrity());
    assertThat(subject(right + " " + ANOTHER).status()).isEqualTo(CheckStatus.INCONCLUSIVE);
    assertThat(subject(ANOTHER + "\n" + right)).isEqualTo(subject(right + " " + ANOTHER));
    assertThat(subject(right + " " + right).status()).isEqualTo(CheckStatus.PASSED);
    assertThat(subject(right + "?opt " + right).status()).isEqualTo(CheckStatus.PASSED);
    assertThat(subject("sha1-qqqq " + right + " sha384-qqqq").status())
        .isEqualTo(CheckStatus.PASSED);
    assertThat(subject(ANOTHER).status()).isEqualTo(CheckStatus.FAILED);
    String third = Sha512.parseHex("cd".repeat(64)).orElseThrow().integrity();
    assertThat(subject(ANOTHER + " " + third).status()).isEqualTo(CheckStatus.FAILED);
  }

  private static Check signed(RegistrySignature... signatures) {
    ExpectedVersion expected = TRUST.expected();
    return TRUST
        .verifier()
        .verifyRegistrySignature(
            new ExpectedVersion(
                expected.name(),
                expected.version(),
                expected.integrity(),
                List.of(signatures),
                expected.publishedAt()));
  }

  @Test
  void shouldPassWithAnyGoodSignatureAndTellTheOthers() {
    RegistrySignature good = TRUST.expected().signatures().getFirst();
    RegistrySignature bad =
        TRUST
            .sigstore()
            .signature(
                new Subject(
                    GeneratedTrust.SUBJECT.name(), "9.9.9", GeneratedTrust.SUBJECT.digest()),
                GeneratedTrust.SIGNED_AT);
    RegistrySignature unknown = new RegistrySignature("SHA256:nobody", good.signature());

    Check first = signed(good, bad, unknown);
    assertThat(first.status()).isEqualTo(CheckStatus.PASSED);
    assertThat(first.reason()).contains("does not fit").contains("SHA256:nobody");
    assertThat(signed(unknown, bad, good)).isEqualTo(first);
    assertThat(signed(bad, good, unknown)).isEqualTo(first);
    assertThat(signed(bad).status()).isEqualTo(CheckStatus.FAILED);
    assertThat(signed(good, good)).isEqualTo(signed(good));
  }

  @Test
  void shouldCompareWithThePublishAttestationThatIsVerifiedWhereverItStands() {
    IssuedBundle provenance = TRUST.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1));
    IssuedBundle good = TRUST.sigstore().publish(GeneratedTrust.publishRequest());
    IssuedBundle bad =
        TRUST.sigstore().publish(GeneratedTrust.publishRequest().with(Fault.FORGED_SIGNATURE));
    Check first = publish(IssuedBundle.response(provenance, good, bad), 0);
    assertThat(first.status()).isEqualTo(CheckStatus.PASSED);
    assertThat(first.reason()).contains("itself rejected");
    assertThat(publish(IssuedBundle.response(bad, good, provenance), 2)).isEqualTo(first);
    assertThat(publish(IssuedBundle.response(good, provenance, bad), 1)).isEqualTo(first);
    assertThat(publish(IssuedBundle.response(bad, provenance), 1).status())
        .isEqualTo(CheckStatus.NOT_APPLICABLE);
  }

  private static Check publish(byte[] response, int provenance) {
    return Verified.check(
        TRUST.verify(response, TRUST.expected()).get(provenance).verdict(), CheckKind.PUBLISH);
  }
}
