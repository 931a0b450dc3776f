package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.primitives.Bytes;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.TimeSource;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.provenance.bundle.FulcioCertificate;
import dev.whence.testing.RecordedVersions;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real bundles with one thing changed, where clients have been too lenient before. */
class ChangedBundlesTest {

  private static final String TIMESTAMP =
      "/verificationMaterial/timestampVerificationData/rfc3161Timestamps/0";

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
    AttestationWithVerdict item = provenance().verify(RecordedVersions.publicGood());
    assertThat(item.verdict().outcome()).isEqualTo(Verdict.Outcome.VERIFIED);
  }

  @Test
  void shouldIgnoreAnIntegratedTimeThatNobodySigned() {
    ChangedBundle bundle = ChangedBundle.of(TIMESTAMPED, 0);
    long real = bundle.entry().path("integratedTime").asLong();
    bundle.entry().remove("inclusionPromise");
    bundle.entry().put("integratedTime", Long.toString(real - 31_536_000));
    AttestationWithVerdict item = bundle.verify(RecordedVersions.publicGood());
    assertThat(Verified.status(item, CheckKind.SIGNING_TIME)).isEqualTo(CheckStatus.PASSED);
    assertThat(Objects.requireNonNull(item.attestation()).timeSource())
        .isEqualTo(TimeSource.TIMESTAMP_AUTHORITY);
  }

  @Test
  void shouldNotTakeAnUnsignedIntegratedTimeForATimeOfSigning() {
    ChangedBundle bundle = provenance();
    bundle.entry().remove("inclusionPromise");
    AttestationWithVerdict item = bundle.verify(RecordedVersions.publicGood());
    assertThat(Verified.status(item, CheckKind.SIGNING_TIME)).isEqualTo(CheckStatus.FAILED);
    assertThat(Objects.requireNonNull(item.attestation()).signedAt()).isNull();
  }

  @Test
  void shouldRefuseAnInclusionProofWithoutCheckpoint() {
    ChangedBundle bundle =
        ChangedBundle.of("other/format-matrix/bundleV01-dsse-with-proof.json", 0);
    bundle.at("/verificationMaterial/tlogEntries/0/inclusionProof").remove("checkpoint");
    AttestationWithVerdict item = bundle.verify(RecordedVersions.publicGood());
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
      AttestationWithVerdict item = bundle.verify(RecordedVersions.publicGood());
      assertThat(item.verdict().outcome()).as("byte %d", i).isNotEqualTo(Verdict.Outcome.VERIFIED);
      assertThat(Verified.status(item, CheckKind.SIGNING_TIME))
          .as("byte %d", i)
          .isNotEqualTo(CheckStatus.PASSED);
    }
  }

  @Test
  void shouldRefuseSignedAttributesUnderATagOfAnotherClass() {
    byte[] response = timestamp(ChangedBundle.of(TIMESTAMPED, 0));
    int tag = Bytes.indexOf(response, HexFormat.of().parseHex("a081fc301a06092a864886f70d010903"));
    assertThat(tag).isPositive();
    refusesTimestamp(response, tag, 0x20, 0x60, 0xe0);
  }

  /** The signature is over the content's octets, whatever their tag calls them. */
  @ParameterizedTest
  @ValueSource(ints = {0x05, 0x06, 0x0c, 0x44, 0x84, 0xc4})
  void shouldRefuseATimestampsContentUnderAnotherTag(int other) {
    GeneratedTrust trust = new GeneratedTrust();
    ObjectNode bundle =
        trust.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1_REKOR_V2)).bundle();
    Original original = trust.original("timestamped", bundle.deepCopy());
    assertThat(original.verifies(bundle)).isTrue();
    ObjectNode stamp = (ObjectNode) bundle.at(TIMESTAMP);
    byte[] response = Base64.getDecoder().decode(stamp.path("signedTimestamp").asText());
    byte[] typeAndWrapper = HexFormat.of().parseHex("060b2a864886f70d0109100104a0");
    int tag = Bytes.indexOf(response, typeAndWrapper) + typeAndWrapper.length + 1;
    assertThat(response[tag]).isEqualTo((byte) 0x04);
    response[tag] = (byte) other;
    stamp.put("signedTimestamp", Base64.getEncoder().encodeToString(response));
    assertThat(original.verifies(bundle)).isFalse();
  }

  private static byte[] timestamp(ChangedBundle bundle) {
    return Base64.getDecoder().decode(bundle.at(TIMESTAMP).path("signedTimestamp").asText());
  }

  private static void refusesTimestamp(byte[] response, int at, int... others) {
    for (int other : others) {
      byte[] changed = response.clone();
      changed[at] = (byte) other;
      ChangedBundle bundle = ChangedBundle.of(TIMESTAMPED, 0);
      bundle.at(TIMESTAMP).put("signedTimestamp", Base64.getEncoder().encodeToString(changed));
      AttestationWithVerdict item = bundle.verify(RecordedVersions.publicGood());
      assertThat(Verified.status(item, CheckKind.SIGNING_TIME))
          .as("%x at %d", other, at)
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
    AttestationWithVerdict item = bundle.verify(RecordedVersions.publicGood());
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
    AttestationWithVerdict item = bundle.verify(RecordedVersions.publicGood());
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
    AttestationWithVerdict item = bundle.verify(RecordedVersions.publicGood());
    assertThat(Verified.failed(item.verdict())).containsExactly(CheckKind.TRANSPARENCY_LOG);
  }

  @Test
  void shouldRefuseAKeyIdBesideACertificate() {
    ChangedBundle bundle = provenance();
    bundle
        .at("/dsseEnvelope/signatures/0")
        .put("keyid", "SHA256:DhQ8wR5APBvFHLF/+Tc+AYvPOdTpcIDqOhxsBHRwC7U");
    AttestationWithVerdict item = bundle.verify(RecordedVersions.publicGood());
    assertThat(Verified.failed(item.verdict())).containsExactly(CheckKind.FORMAT);
  }
}
