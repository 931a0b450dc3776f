package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Genuine bundles to which something was added, or in which a member has another type. */
class StrictBundleTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String MATERIAL = "/verificationMaterial";
  private static final String ENTRY = MATERIAL + "/tlogEntries/0";

  private final GeneratedTrust trust = new GeneratedTrust();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        MATERIAL + "|publicKey|{\"hint\":\"SHA256:x\"}|both publicKey and certificate",
        MATERIAL + "|publicKey|{}|both publicKey and certificate",
        MATERIAL + "|publicKey|[]|both publicKey and certificate",
        MATERIAL + "|x509CertificateChain|{\"certificates\":[]}|both certificate and",
        "''|messageSignature|{\"signature\":\"AAAA\"}|both dsseEnvelope and messageSignature",
        "''|messageSignature|\"\"|both dsseEnvelope and messageSignature",
        "''|verificationMaterial|[]|verificationMaterial is missing or not an object",
        MATERIAL + "|tlogEntries|{}|tlogEntries is missing or not an array",
        MATERIAL + "|tlogEntries|[[]]|the log entry is missing or not an object",
        MATERIAL + "|timestampVerificationData|[]|timestampVerificationData is missing or not",
        MATERIAL + "/timestampVerificationData|rfc3161Timestamps|{}|rfc3161Timestamps is missing",
        MATERIAL + "/timestampVerificationData|rfc3161Timestamps|[\"AA==\"]|the timestamp is",
        ENTRY + "|inclusionPromise|[]|inclusionPromise is missing or not an object",
        ENTRY + "|inclusionPromise|{}|signedEntryTimestamp is missing or empty",
        ENTRY + "|inclusionPromise|{\"signedEntryTimestamp\":[]}|signedEntryTimestamp is not text",
        ENTRY + "|inclusionProof|[]|inclusionProof is missing or not an object",
        ENTRY + "|logIndex|true|logIndex is not an integer",
        ENTRY + "|logIndex|[]|logIndex is not an integer",
        ENTRY + "|logIndex|1.0|logIndex is not an integer",
        ENTRY + "|logIndex|-1|logIndex is not an integer",
        ENTRY + "|logIndex|\"+1\"|logIndex is not an integer",
        ENTRY + "|logIndex|\"01\"|logIndex is not an integer",
        ENTRY + "|logIndex|\"\"|logIndex is not an integer",
        ENTRY + "|integratedTime|{}|integratedTime is not an integer",
        ENTRY + "|integratedTime|253402300800|integratedTime is out of range",
        ENTRY + "/inclusionProof|hashes|{}|hashes is missing or not an array",
        ENTRY + "/inclusionProof|hashes|[1234]|hashes has an item that is not text",
        ENTRY + "/inclusionProof|checkpoint|\"x\"|checkpoint is missing or not an object",
        ENTRY + "/inclusionProof|treeSize|false|treeSize is not an integer",
        "/dsseEnvelope|payloadType|[]|payloadType is missing or not text",
        "/dsseEnvelope/signatures/0|keyid|[]|keyid is not text",
        "/dsseEnvelope/signatures/0|keyid|7|keyid is not text"
      })
  void shouldRefuseWhatHasAnotherFormThanSpecified(
      String pointer, String member, String value, String reason) throws JsonProcessingException {
    ObjectNode bundle = genuine(Shape.NPM_CLI_V1_DSSE);
    ((ObjectNode) bundle.at(pointer)).set(member, MAPPER.readTree(value));
    Verdict verdict = verify(bundle).verdict();
    assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.UNREADABLE);
    assertThat(Verified.check(verdict, CheckKind.FORMAT).reason()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "'', media_type",
    MATERIAL + ", x509_certificate_chain",
    MATERIAL + "/certificate, rawbytes",
    MATERIAL + "/timestampVerificationData, rfc3161",
    ENTRY + ", log_index",
    ENTRY + ", integratedtime",
    ENTRY + "/logId, id",
    ENTRY + "/kindVersion, apiVersion",
    ENTRY + "/inclusionPromise, time",
    ENTRY + "/inclusionProof, index",
    ENTRY + "/inclusionProof/checkpoint, note",
    "/dsseEnvelope, payload_type",
    "/dsseEnvelope/signatures/0, publicKey"
  })
  void shouldRejectAMemberThatHasNoPlace(String pointer, String member) {
    ObjectNode bundle = genuine(Shape.NPM_CLI_V1_DSSE);
    ((ObjectNode) bundle.at(pointer)).put(member, "1");
    AttestationWithVerdict item = verify(bundle);
    assertThat(Verified.failed(item.verdict())).containsExactly(CheckKind.FORMAT);
    assertThat(Verified.check(item.verdict(), CheckKind.FORMAT).reason())
        .contains("“" + member + "”, which the specification does not have");
  }

  /** As protobuf's JSON mapping allows: null is absent, and a number may be one. */
  @Test
  void shouldVerifyWithNullForWhatIsAbsent() {
    ObjectNode bundle = genuine(Shape.NPM_CLI_V1_DSSE);
    bundle.putNull("messageSignature");
    ((ObjectNode) bundle.at(MATERIAL)).putNull("publicKey").putNull("timestampVerificationData");
    ObjectNode entry = (ObjectNode) bundle.at(ENTRY);
    entry.put("logIndex", entry.path("logIndex").asLong());
    assertThat(verify(bundle).verdict().outcome()).isEqualTo(Verdict.Outcome.VERIFIED);
  }

  /** The wrapper is npm's own, and nothing of it but the label is read. */
  @Test
  void shouldVerifyWhateverElseTheRegistrySays() throws JsonProcessingException {
    ObjectNode response = response();
    response.put("next", "https://registry.example/more");
    ((ObjectNode) response.at("/attestations/0")).put("signedAccessSignatureUrl", "x");
    assertThat(trust.verify(bytes(response), trust.expected()))
        .allMatch(item -> item.verdict().outcome() == Verdict.Outcome.VERIFIED);
  }

  @Test
  void shouldRefuseALabelThatIsNotText() throws JsonProcessingException {
    ObjectNode response = response();
    ObjectNode first = (ObjectNode) response.at("/attestations/0");
    first.putArray("predicateType").add(Shape.NPM_CLI_V1_DSSE.predicateType());
    assertThat(trust.verify(bytes(response), trust.expected()))
        .extracting(item -> item.verdict().outcome())
        .containsExactly(Verdict.Outcome.UNREADABLE, Verdict.Outcome.VERIFIED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/buildDefinition/resolvedDependencies/0/digest/gitCommit",
        "/buildDefinition/resolvedDependencies/0/digest",
        "/buildDefinition/resolvedDependencies/0/uri",
        "/buildDefinition/resolvedDependencies/0",
        "/buildDefinition/buildType",
        "/buildDefinition/externalParameters",
        "/runDetails/builder/id",
        "/runDetails/builder",
        "/runDetails/metadata/invocationId",
        "/runDetails"
      })
  void shouldRefuseASignedFactOfAnotherType(String pointer) {
    int last = pointer.lastIndexOf('/');
    ObjectNode bundle =
        trust
            .sigstore()
            .provenance(
                GeneratedTrust.request(Shape.NPM_CLI_V1_DSSE),
                predicate -> retype(predicate.at(pointer.substring(0, last)), pointer, last))
            .bundle();
    assertThat(verify(bundle).verdict().outcome()).isEqualTo(Verdict.Outcome.UNREADABLE);
  }

  private static void retype(JsonNode parent, String pointer, int last) {
    String member = pointer.substring(last + 1);
    if (parent instanceof ArrayNode listed) {
      listed.insertArray(Integer.parseInt(member));
    } else {
      ((ObjectNode) parent).putArray(member).add("x");
    }
  }

  private ObjectNode response() throws JsonProcessingException {
    byte[] response =
        IssuedBundle.response(
            trust.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1_DSSE)),
            trust.sigstore().publish(GeneratedTrust.publishRequest()));
    return (ObjectNode) MAPPER.readTree(new String(response, StandardCharsets.UTF_8));
  }

  private ObjectNode genuine(Shape shape) {
    return trust.sigstore().provenance(GeneratedTrust.request(shape)).bundle();
  }

  private AttestationWithVerdict verify(ObjectNode bundle) {
    return trust.verify(bytes(bundle), trust.expected()).getFirst();
  }

  private static byte[] bytes(ObjectNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }
}
