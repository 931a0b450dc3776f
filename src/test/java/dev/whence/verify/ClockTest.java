package dev.whence.verify;

import static dev.whence.provenance.CheckKind.CERTIFICATE_CHAIN;
import static dev.whence.provenance.CheckKind.REGISTRY_SIGNATURE;
import static dev.whence.provenance.CheckKind.SIGNING_TIME;
import static dev.whence.provenance.CheckKind.TRANSPARENCY_LOG;
import static dev.whence.verify.Statuses.assertRejected;
import static dev.whence.verify.Statuses.assertStatuses;
import static dev.whence.verify.Statuses.withoutCertificate;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.demo.sigstore.Fault;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.verify.trust.TrustException;
import dev.whence.verify.trust.TrustMaterial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything counts for a time; what was signed outside of it is rejected, by that check alone. */
class ClockTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final GeneratedTrust TRUST = new GeneratedTrust();

  /** Before and after the time at which everything here was signed. */
  private static final Instant BEFORE = GeneratedTrust.SIGNED_AT.minusSeconds(60);

  private static final Instant AFTER = GeneratedTrust.SIGNED_AT.plusSeconds(60);

  private static JsonNode json(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes each of them count from then, or until then; no window ends before it starts. */
  private static void set(JsonNode holders, String boundary, Instant time) {
    for (JsonNode holder : holders) {
      JsonNode key = holder.has("publicKey") ? holder.path("publicKey") : holder;
      ObjectNode window = (ObjectNode) key.path("validFor");
      window.put(boundary, time.toString());
      JsonNode end = window.path("end");
      if (end.isTextual()
          && Instant.parse(end.asText()).isBefore(Instant.parse(window.path("start").asText()))) {
        window.put(boundary.equals("start") ? "end" : "start", time.toString());
      }
    }
  }

  private static AttestationVerifier verifier(JsonNode root, JsonNode keys) {
    try {
      return new AttestationVerifier(
          TrustMaterial.parse(
              root.toString().getBytes(StandardCharsets.UTF_8),
              keys.toString().getBytes(StandardCharsets.UTF_8),
              "a generated Sigstore",
              GeneratedTrust.SIGNED_AT));
    } catch (TrustException e) {
      throw new AssertionError(e);
    }
  }

  /** The verdict on the first bundle where the trusted root says otherwise. */
  private static AttestationWithVerdict verify(
      String part, String boundary, Instant time, Shape shape) {
    JsonNode root = json(TRUST.sigstore().trustedRoot());
    set(root.path(part), boundary, time);
    byte[] response =
        IssuedBundle.response(
            TRUST.sigstore().provenance(GeneratedTrust.request(shape)),
            TRUST.sigstore().publish(GeneratedTrust.publishRequest()));
    return items(verifier(root, json(TRUST.sigstore().npmKeys())), response);
  }

  private static AttestationWithVerdict items(AttestationVerifier verifier, byte[] response) {
    return ((VerifiedResponse.Read) verifier.verify(response, TRUST.expected())).items().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "certificateAuthorities, CERTIFICATE_CHAIN, NPM_CLI_V1_DSSE",
    "certificateAuthorities, CERTIFICATE_CHAIN, NPM_CLI_V1_REKOR_V2",
    "ctlogs, CERTIFICATE_TRANSPARENCY, NPM_CLI_V02",
    "timestampAuthorities, SIGNING_TIME, NPM_CLI_V1_REKOR_V2"
  })
  void shouldRejectWhatAnAuthorityVouchedForOutsideItsTime(
      String part, CheckKind failing, Shape shape) {
    assertRejected(verify(part, "end", BEFORE, shape), failing);
    assertRejected(verify(part, "start", AFTER, shape), failing);
  }

  @ParameterizedTest
  @EnumSource(names = {"NPM_CLI_V02", "NPM_CLI_V1_DSSE", "NPM_CLI_V1_REKOR_V2"})
  void shouldRejectAnEntryOfALogOutsideItsTime(Shape shape) {
    for (String boundary : new String[] {"start", "end"}) {
      Instant time = boundary.equals("start") ? AFTER : BEFORE;
      AttestationWithVerdict item = verify("tlogs", boundary, time, shape);
      // The publish attestation beside it is in the same log, and proves nothing then.
      assertStatuses(
          item,
          Verdict.Outcome.REJECTED,
          Map.of(
              TRANSPARENCY_LOG, CheckStatus.FAILED, CheckKind.PUBLISH, CheckStatus.NOT_APPLICABLE));
    }
  }

  @Test
  void shouldRejectEntriesBeforeAndAfterTheCertificate() {
    for (Shape shape : new Shape[] {Shape.NPM_CLI_V02, Shape.NPM_CLI_V1_DSSE}) {
      for (Fault fault : new Fault[] {Fault.LOGGED_TOO_EARLY, Fault.LOGGED_TOO_LATE}) {
        assertRejected(TRUST.verify(GeneratedTrust.request(shape).with(fault)), SIGNING_TIME);
      }
    }
    assertRejected(
        TRUST.verify(
            GeneratedTrust.request(Shape.NPM_CLI_V1_REKOR_V2).with(Fault.LOGGED_TOO_EARLY)),
        SIGNING_TIME);
  }

  @Test
  void shouldRejectACertificateOfAnAuthorityThatIsNotYetValid() {
    Instant early = TRUST.sigstore().began().minusSeconds(3_600);
    JsonNode root = json(TRUST.sigstore().trustedRoot());
    for (String part : new String[] {"certificateAuthorities", "tlogs", "ctlogs"}) {
      set(root.path(part), "start", early.minusSeconds(3_600));
    }
    var request = GeneratedTrust.request(Shape.NPM_CLI_V1_DSSE);
    byte[] response =
        IssuedBundle.response(
            TRUST
                .sigstore()
                .provenance(
                    dev.whence.demo.sigstore.ProvenanceRequest.of(
                        request.shape(), request.subject(), request.certified(), early)));
    AttestationWithVerdict item = items(verifier(root, json(TRUST.sigstore().npmKeys())), response);
    assertThat(Verified.failed(item.verdict())).containsExactly(CERTIFICATE_CHAIN);
    assertThat(Verified.check(item.verdict(), CERTIFICATE_CHAIN).reason())
        .contains("A certificate of the chain was not valid");
  }

  @Test
  void shouldRejectWhatNpmsKeySignedOutsideItsTime() {
    byte[] response =
        IssuedBundle.response(TRUST.sigstore().publish(GeneratedTrust.publishRequest()));
    for (String boundary : new String[] {"start", "end"}) {
      Instant time = boundary.equals("start") ? AFTER : BEFORE;
      JsonNode keys = json(TRUST.sigstore().npmKeys());
      set(keys.path("keys"), boundary, time);
      AttestationWithVerdict item =
          items(verifier(json(TRUST.sigstore().trustedRoot()), keys), response);
      Map<CheckKind, CheckStatus> statuses = withoutCertificate(SIGNING_TIME);
      if (boundary.equals("end")) {
        statuses.put(REGISTRY_SIGNATURE, CheckStatus.FAILED);
      }
      assertStatuses(item, Verdict.Outcome.REJECTED, statuses);
    }
  }

  @Test
  void shouldTakeBothEndsOfAWindowForWithinIt() {
    for (String boundary : new String[] {"start", "end"}) {
      for (String part : new String[] {"certificateAuthorities", "tlogs"}) {
        AttestationWithVerdict item =
            verify(part, boundary, GeneratedTrust.SIGNED_AT, Shape.NPM_CLI_V1_DSSE);
        assertThat(Verified.failed(item.verdict())).isEmpty();
      }
    }
  }
}
