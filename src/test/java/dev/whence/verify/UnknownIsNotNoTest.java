package dev.whence.verify;

import static dev.whence.verify.Statuses.assertStatuses;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.demo.sigstore.Fault;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.verify.check.ExpectedVersion;
import dev.whence.verify.trust.TrustConfirmation;
import dev.whence.verify.trust.TrustException;
import dev.whence.verify.trust.TrustMaterial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What trust material lacks could not be checked. Only what it still lacks after its source
 * confirmed it later than the signing is rejected.
 */
class UnknownIsNotNoTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final GeneratedTrust TRUST = new GeneratedTrust();
  private static final Duration AFTER = Duration.ofHours(1);

  /** Whose signatures are unknown to the other. */
  private static final GeneratedTrust OTHER = new GeneratedTrust("somebody else");

  private static final TrustConfirmation BEFORE_SIGNING =
      TrustConfirmation.both(GeneratedTrust.SIGNED_AT.minus(AFTER));
  private static final TrustConfirmation AFTER_SIGNING =
      TrustConfirmation.both(GeneratedTrust.SIGNED_AT.plus(AFTER));

  /** The material with a part of the other one in place of its own. */
  private static AttestationVerifier lacking(MissingTrust.Kind kind, TrustConfirmation confirmed) {
    try {
      ObjectNode root = (ObjectNode) MAPPER.readTree(TRUST.sigstore().trustedRoot());
      JsonNode other = MAPPER.readTree(OTHER.sigstore().trustedRoot());
      @Nullable String part =
          switch (kind) {
            case TRANSPARENCY_LOG -> "tlogs";
            case CERTIFICATE_LOG -> "ctlogs";
            case CERTIFICATE_AUTHORITY -> "certificateAuthorities";
            case TIMESTAMP_AUTHORITY -> "timestampAuthorities";
            case NPM_KEY, ISSUER, BUILDER -> null;
          };
      if (part != null) {
        root.set(part, other.path(part));
      }
      return new AttestationVerifier(
          TrustMaterial.parse(
              root.toString().getBytes(StandardCharsets.UTF_8),
              kind == MissingTrust.Kind.NPM_KEY
                  ? OTHER.sigstore().npmKeys()
                  : TRUST.sigstore().npmKeys(),
              "a generated Sigstore",
              GeneratedTrust.SIGNED_AT,
              confirmed));
    } catch (IOException | TrustException e) {
      throw new AssertionError(e);
    }
  }

  private static AttestationWithVerdict verify(
      MissingTrust.Kind kind, TrustConfirmation confirmed, Shape shape, ExpectedVersion expected) {
    byte[] response =
        IssuedBundle.response(TRUST.sigstore().provenance(GeneratedTrust.request(shape)));
    return item(lacking(kind, confirmed).verify(response, expected));
  }

  private static AttestationWithVerdict item(VerifiedResponse response) {
    return ((VerifiedResponse.Read) response).items().getFirst();
  }

  private static ExpectedVersion unsigned() {
    ExpectedVersion signed = TRUST.expected();
    return new ExpectedVersion(
        signed.name(),
        signed.version(),
        signed.integrity(),
        java.util.List.of(),
        signed.publishedAt());
  }

  private static Map<CheckKind, CheckStatus> notPassed(
      CheckKind lacking, CheckStatus status, @Nullable CheckKind dependent) {
    Map<CheckKind, CheckStatus> statuses = new EnumMap<>(CheckKind.class);
    statuses.put(CheckKind.PUBLISH, CheckStatus.NOT_APPLICABLE);
    statuses.put(CheckKind.REGISTRY_SIGNATURE, CheckStatus.NOT_APPLICABLE);
    if (dependent != null) {
      statuses.put(dependent, CheckStatus.INCONCLUSIVE);
    }
    statuses.put(lacking, status);
    return statuses;
  }

  @ParameterizedTest
  @CsvSource({
    "TRANSPARENCY_LOG, TRANSPARENCY_LOG, SIGNING_TIME, NPM_CLI_V1",
    "TRANSPARENCY_LOG, TRANSPARENCY_LOG, SIGNING_TIME, NPM_CLI_V02",
    "TRANSPARENCY_LOG, TRANSPARENCY_LOG, , NPM_CLI_V1_REKOR_V2",
    "CERTIFICATE_LOG, CERTIFICATE_TRANSPARENCY, , NPM_CLI_V1",
    "CERTIFICATE_AUTHORITY, CERTIFICATE_CHAIN, CERTIFICATE_TRANSPARENCY, NPM_CLI_V1_DSSE",
    "TIMESTAMP_AUTHORITY, SIGNING_TIME, , NPM_CLI_V1_REKOR_V2"
  })
  void shouldRejectOnlyWhatIsLackingAfterTheSigning(
      MissingTrust.Kind kind, CheckKind check, @Nullable CheckKind dependent, Shape shape) {
    for (TrustConfirmation early :
        new TrustConfirmation[] {TrustConfirmation.NEVER, BEFORE_SIGNING}) {
      AttestationWithVerdict item = verify(kind, early, shape, unsigned());
      assertStatuses(
          item,
          Verdict.Outcome.INCONCLUSIVE,
          notPassed(check, CheckStatus.INCONCLUSIVE, dependent));
      assertThat(item.verdict().missing())
          .singleElement()
          .satisfies(missing -> assertThat(missing.kind()).isEqualTo(kind))
          .satisfies(missing -> assertThat(missing.judgedAfter()).isNotNull());
    }
    AttestationWithVerdict late = verify(kind, AFTER_SIGNING, shape, unsigned());
    assertStatuses(late, Verdict.Outcome.REJECTED, notPassed(check, CheckStatus.FAILED, dependent));
    assertThat(late.verdict().missing()).isEmpty();
  }

  @Test
  void shouldRejectARegistrySignatureOnlyByKeysConfirmedAfterThePublishing() {
    for (TrustConfirmation early :
        new TrustConfirmation[] {
          TrustConfirmation.NEVER, BEFORE_SIGNING, new TrustConfirmation(late(), null)
        }) {
      AttestationWithVerdict item =
          verify(MissingTrust.Kind.NPM_KEY, early, Shape.NPM_CLI_V1, TRUST.expected());
      assertThat(Verified.status(item, CheckKind.REGISTRY_SIGNATURE))
          .isEqualTo(CheckStatus.INCONCLUSIVE);
      assertThat(item.verdict().missing())
          .containsExactly(
              new MissingTrust(
                  MissingTrust.Kind.NPM_KEY,
                  TRUST.expected().signatures().getFirst().keyId(),
                  TRUST.expected().publishedAt()));
    }
    assertThat(
            Verified.failed(
                verify(MissingTrust.Kind.NPM_KEY, AFTER_SIGNING, Shape.NPM_CLI_V1, TRUST.expected())
                    .verdict()))
        .containsExactly(CheckKind.REGISTRY_SIGNATURE);
  }

  /** A forger may claim the year 9999: what we saw was signed by then. */
  @ParameterizedTest
  @CsvSource({
    "TRANSPARENCY_LOG, NPM_CLI_V1",
    "CERTIFICATE_LOG, NPM_CLI_V1",
    "CERTIFICATE_AUTHORITY, NPM_CLI_V1_DSSE",
    "TIMESTAMP_AUTHORITY, NPM_CLI_V1_REKOR_V2"
  })
  void shouldBelieveNoTimeThatIsLaterThanWeSawTheBundle(MissingTrust.Kind kind, Shape shape) {
    TrustConfirmation confirmed = TrustConfirmation.both(GeneratedTrust.SIGNED_AT.minusSeconds(30));
    Instant before = GeneratedTrust.SIGNED_AT.minusSeconds(60);
    Instant between = GeneratedTrust.SIGNED_AT.minusSeconds(10);

    assertThat(verify(kind, confirmed, shape, seen(unsigned(), before)).verdict().outcome())
        .isEqualTo(Verdict.Outcome.REJECTED);
    assertThat(verify(kind, confirmed, shape, seen(unsigned(), between)).verdict().missing())
        .singleElement()
        .satisfies(missing -> assertThat(missing.judgedAfter()).isEqualTo(between));
  }

  /** npm signs old versions again with new keys, and does not say when. */
  @Test
  void shouldRejectARegistrySignatureOnlyByKeysConfirmedAfterWeSawIt() {
    ExpectedVersion signed = TRUST.expected();
    Instant later = late().plusSeconds(1);
    Check early = signature(seen(signed, later));
    assertThat(early.status()).isEqualTo(CheckStatus.INCONCLUSIVE);
    assertThat(requireNonNull(early.missing()).judgedAfter()).isEqualTo(later);

    ExpectedVersion untimed =
        new ExpectedVersion(
            signed.name(), signed.version(), signed.integrity(), signed.signatures(), null);
    assertThat(signature(seen(untimed, late().minusSeconds(1))).status())
        .isEqualTo(CheckStatus.FAILED);
  }

  private static Check signature(ExpectedVersion expected) {
    return lacking(MissingTrust.Kind.NPM_KEY, AFTER_SIGNING).verifyRegistrySignature(expected);
  }

  private static ExpectedVersion seen(ExpectedVersion expected, Instant at) {
    return new ExpectedVersion(
        expected.name(),
        expected.version(),
        expected.integrity(),
        expected.signatures(),
        expected.publishedAt(),
        at);
  }

  private static Instant late() {
    return Objects.requireNonNull(AFTER_SIGNING.npmKeys());
  }

  @Test
  void shouldNeverRejectARegistrySignatureOfUnknownTimeForItsKey() {
    ExpectedVersion signed = TRUST.expected();
    ExpectedVersion untimed =
        new ExpectedVersion(
            signed.name(), signed.version(), signed.integrity(), signed.signatures(), null);
    AttestationWithVerdict item =
        verify(MissingTrust.Kind.NPM_KEY, AFTER_SIGNING, Shape.NPM_CLI_V1, untimed);
    assertThat(Verified.status(item, CheckKind.REGISTRY_SIGNATURE))
        .isEqualTo(CheckStatus.INCONCLUSIVE);
    assertThat(item.verdict().outcome()).isEqualTo(Verdict.Outcome.INCONCLUSIVE);
  }

  @Test
  void shouldNotRejectAPublishAttestationForAKeyThatIsOursToKnow() {
    byte[] response =
        IssuedBundle.response(TRUST.sigstore().publish(GeneratedTrust.publishRequest()));
    AttestationWithVerdict early =
        item(lacking(MissingTrust.Kind.NPM_KEY, BEFORE_SIGNING).verify(response, unsigned()));
    AttestationWithVerdict late =
        item(lacking(MissingTrust.Kind.NPM_KEY, AFTER_SIGNING).verify(response, unsigned()));

    assertThat(early.verdict().outcome()).isEqualTo(Verdict.Outcome.INCONCLUSIVE);
    assertThat(early.verdict().failures()).isEmpty();
    assertThat(early.verdict().missing())
        .singleElement()
        .satisfies(missing -> assertThat(missing.kind()).isEqualTo(MissingTrust.Kind.NPM_KEY));
    assertThat(Verified.failed(late.verdict())).containsExactly(CheckKind.SIGNATURE);
  }

  /** Who forges a log may claim any time. It buys an inconclusive check, never a passed one. */
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"UNKNOWN_LOG", "UNKNOWN_AUTHORITY"})
  void shouldNeverVerifyWhatAForgerSignedWhateverTimeHeClaims(Fault fault) {
    for (TrustConfirmation confirmed :
        new TrustConfirmation[] {TrustConfirmation.NEVER, BEFORE_SIGNING, AFTER_SIGNING}) {
      AttestationVerifier verifier = new AttestationVerifier(TRUST.material(confirmed));
      byte[] response =
          IssuedBundle.response(
              TRUST.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1).with(fault)));
      AttestationWithVerdict item = item(verifier.verify(response, unsigned()));
      assertThat(item.verdict().outcome())
          .isEqualTo(
              confirmed.equals(AFTER_SIGNING)
                  ? Verdict.Outcome.REJECTED
                  : Verdict.Outcome.INCONCLUSIVE);
      assertThat(item.verdict().level()).isNull();
    }
  }

  /** A log that is lacking does not hide that the payload was altered. */
  @Test
  void shouldStillRejectWhatTheKnownPartsDisprove() {
    byte[] response =
        IssuedBundle.response(
            TRUST
                .sigstore()
                .provenance(GeneratedTrust.request(Shape.NPM_CLI_V1).with(Fault.FORGED_SIGNATURE)));
    AttestationWithVerdict item =
        item(
            lacking(MissingTrust.Kind.TRANSPARENCY_LOG, TrustConfirmation.NEVER)
                .verify(response, unsigned()));
    assertThat(item.verdict().outcome()).isEqualTo(Verdict.Outcome.REJECTED);
    assertThat(Verified.failed(item.verdict())).containsExactly(CheckKind.SIGNATURE);
  }
}
