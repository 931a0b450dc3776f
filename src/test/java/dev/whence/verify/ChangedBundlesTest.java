package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Bytes;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.FulcioCertificate;
import dev.whence.provenance.TimeSource;
import dev.whence.provenance.Verdict;
import dev.whence.testing.RecordedVersions;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Real bundles with one thing changed, where clients have been too lenient before. */
class ChangedBundlesTest {

  private static final String TIMESTAMPED = "other/github/kubewarden-dsse-v03-tsa.json";
  private static final String PROVENANCE = "attestations/nuxt@4.1.2.json";

  /** The content type of a timestamp's token, which no signature covers (RFC 5652, 3 and 5.1). */
  private static final byte[] SIGNED_DATA = HexFormat.of().parseHex("06092a864886f70d010702");

  private static ChangedBundle provenance() {
    for (int i = 0; i < 2; i++) {
      ChangedBundle bundle = ChangedBundle.of(PROVENANCE, i);
      if (bundle.at("/verificationMaterial").has("certificate")) {
        return bundle;
      }
    }
    throw new AssertionError("no provenance in " + PROVENANCE);
  }

  @Test
  void shouldVerifyUnchanged() {
    VerifiedResponse.Item item = provenance().verify(RecordedVersions.publicGood());
    assertThat(item.verdict().outcome()).isEqualTo(Verdict.Outcome.VERIFIED);
  }

  @Test
  void shouldIgnoreAnIntegratedTimeThatNobodySigned() {
    ChangedBundle bundle = ChangedBundle.of(TIMESTAMPED, 0);
    long real = bundle.entry().path("integratedTime").asLong();
    bundle.entry().remove("inclusionPromise");
    bundle.entry().put("integratedTime", Long.toString(real - 31_536_000));
    VerifiedResponse.Item item = bundle.verify(RecordedVersions.publicGood());
    assertThat(Verified.status(item, CheckKind.SIGNING_TIME)).isEqualTo(CheckStatus.PASSED);
    assertThat(Objects.requireNonNull(item.attestation()).timeSource())
        .isEqualTo(TimeSource.TIMESTAMP_AUTHORITY);
  }

  @Test
  void shouldNotTakeAnUnsignedIntegratedTimeForATimeOfSigning() {
    ChangedBundle bundle = provenance();
    bundle.entry().remove("inclusionPromise");
    VerifiedResponse.Item item = bundle.verify(RecordedVersions.publicGood());
    assertThat(Verified.status(item, CheckKind.SIGNING_TIME)).isEqualTo(CheckStatus.FAILED);
    assertThat(Objects.requireNonNull(item.attestation()).signedAt()).isNull();
  }

  @Test
  void shouldRefuseAnInclusionProofWithoutCheckpoint() {
    ChangedBundle bundle =
        ChangedBundle.of("other/format-matrix/bundleV01-dsse-with-proof.json", 0);
    bundle.at("/verificationMaterial/tlogEntries/0/inclusionProof").remove("checkpoint");
    VerifiedResponse.Item item = bundle.verify(RecordedVersions.publicGood());
    assertThat(Verified.failed(item.verdict())).contains(CheckKind.TRANSPARENCY_LOG);
  }

  @Test
  void shouldRefuseATimestampThatCallsItsContentSomethingElse() {
    String pointer = "/verificationMaterial/timestampVerificationData/rfc3161Timestamps/0";
    byte[] response =
        Base64.getDecoder()
            .decode(ChangedBundle.of(TIMESTAMPED, 0).at(pointer).path("signedTimestamp").asText());
    int type = Bytes.indexOf(response, SIGNED_DATA);
    for (int i = type + 2; i < type + SIGNED_DATA.length; i++) {
      byte[] changed = response.clone();
      changed[i] ^= 1;
      ChangedBundle bundle = ChangedBundle.of(TIMESTAMPED, 0);
      bundle.at(pointer).put("signedTimestamp", Base64.getEncoder().encodeToString(changed));
      VerifiedResponse.Item item = bundle.verify(RecordedVersions.publicGood());
      assertThat(item.verdict().outcome()).as("byte %d", i).isNotEqualTo(Verdict.Outcome.VERIFIED);
      assertThat(Verified.status(item, CheckKind.SIGNING_TIME))
          .as("byte %d", i)
          .isNotEqualTo(CheckStatus.PASSED);
    }
  }

  @Test
  void shouldRefuseSignedAttributesUnderATagOfAnotherClass() {
    String pointer = "/verificationMaterial/timestampVerificationData/rfc3161Timestamps/0";
    byte[] response =
        Base64.getDecoder()
            .decode(ChangedBundle.of(TIMESTAMPED, 0).at(pointer).path("signedTimestamp").asText());
    int tag = Bytes.indexOf(response, HexFormat.of().parseHex("a081fc301a06092a864886f70d010903"));
    assertThat(tag).isPositive();
    for (int tagClass : new int[] {0x20, 0x60, 0xe0}) {
      byte[] changed = response.clone();
      changed[tag] = (byte) tagClass;
      ChangedBundle bundle = ChangedBundle.of(TIMESTAMPED, 0);
      bundle.at(pointer).put("signedTimestamp", Base64.getEncoder().encodeToString(changed));
      VerifiedResponse.Item item = bundle.verify(RecordedVersions.publicGood());
      assertThat(Verified.status(item, CheckKind.SIGNING_TIME))
          .as("tag %x", tagClass)
          .isNotEqualTo(CheckStatus.PASSED);
    }
  }

  @Test
  void shouldRefuseUnusedBitsInTheCertificatesSignature() throws CertificateException {
    ChangedBundle bundle = provenance();
    byte[] der =
        Base64.getDecoder()
            .decode(bundle.at("/verificationMaterial/certificate").path("rawBytes").asText());
    int unusedBits = der.length - FulcioCertificate.parse(der).getSignature().length - 1;
    assertThat(der[unusedBits]).isZero();
    der[unusedBits] = 1;
    bundle
        .at("/verificationMaterial/certificate")
        .put("rawBytes", Base64.getEncoder().encodeToString(der));
    VerifiedResponse.Item item = bundle.verify(RecordedVersions.publicGood());
    assertThat(item.verdict().outcome()).isEqualTo(Verdict.Outcome.UNREADABLE);
  }

  @Test
  void shouldRefuseBytesBehindTheCertificate() {
    ChangedBundle bundle = provenance();
    byte[] der =
        Base64.getDecoder()
            .decode(bundle.at("/verificationMaterial/certificate").path("rawBytes").asText());
    bundle
        .at("/verificationMaterial/certificate")
        .put("rawBytes", Base64.getEncoder().encodeToString(Arrays.copyOf(der, der.length + 3)));
    VerifiedResponse.Item item = bundle.verify(RecordedVersions.publicGood());
    assertThat(item.verdict().outcome()).isEqualTo(Verdict.Outcome.UNREADABLE);
  }

  @Test
  void shouldRefuseACheckpointSignatureWithStrayBits() {
    ChangedBundle bundle = ChangedBundle.of("attestations/sigstore@3.0.0.json", 1);
    String pointer = "/verificationMaterial/tlogEntries/0/inclusionProof/checkpoint";
    char[] note = bundle.at(pointer).path("envelope").asText().toCharArray();
    int last = note.length - 1;
    while (note[last] == '\n' || note[last] == '=') {
      last--;
    }
    note[last] = (char) (note[last] ^ 1);
    bundle.at(pointer).put("envelope", new String(note));
    VerifiedResponse.Item item = bundle.verify(RecordedVersions.publicGood());
    assertThat(Verified.failed(item.verdict())).containsExactly(CheckKind.TRANSPARENCY_LOG);
  }

  @Test
  void shouldRefuseAKeyIdBesideACertificate() {
    ChangedBundle bundle = provenance();
    bundle
        .at("/dsseEnvelope/signatures/0")
        .put("keyid", "SHA256:DhQ8wR5APBvFHLF/+Tc+AYvPOdTpcIDqOhxsBHRwC7U");
    VerifiedResponse.Item item = bundle.verify(RecordedVersions.publicGood());
    assertThat(Verified.failed(item.verdict())).containsExactly(CheckKind.FORMAT);
  }
}
