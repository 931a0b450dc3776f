package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Verdict;
import dev.whence.testing.RecordedVersions;
import dev.whence.verify.check.ExpectedVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hostile input: whatever the bytes are, an answer comes soon, and it is one of those declared. */
class BoundedInputTest {

  /** Generous on purpose: a machine under load must pass, an endless loop must not. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final String DSSE = "other/format-matrix/bundleV03-dsse.json";
  private static final String TIMESTAMPED = "other/github/kubewarden-dsse-v03-tsa.json";
  private static final int EIGHT_MB = 8 * 1024 * 1024;

  private static VerifiedResponse verify(byte[] bytes) {
    AttestationVerifier verifier = new AttestationVerifier(RecordedVersions.publicGood());
    return assertTimeoutPreemptively(
        SOON, () -> verifier.verify(bytes, new ExpectedVersion(null, null, null, List.of(), null)));
  }

  private static void isUnreadable(String text) {
    isUnreadable(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void isUnreadable(byte[] bytes) {
    VerifiedResponse response = verify(bytes);
    if (response instanceof VerifiedResponse.Read read) {
      assertThat(read.items())
          .allMatch(item -> item.verdict().outcome() == Verdict.Outcome.UNREADABLE);
    } else {
      assertThat(((VerifiedResponse.Unreadable) response).reason())
          .isNotBlank()
          .hasSizeLessThan(2_000);
    }
  }

  private static void isNotVerified(ChangedBundle bundle) {
    VerifiedResponse response = verify(bundle.bytes());
    if (response instanceof VerifiedResponse.Read read) {
      assertThat(read.items())
          .noneMatch(item -> item.verdict().outcome() == Verdict.Outcome.VERIFIED)
          .allMatch(
              item ->
                  item.verdict().checks().stream()
                      .anyMatch(check -> check.status() == CheckStatus.FAILED));
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @Test
  void shouldRefuseDeepNestingEverywhere() {
    isUnreadable(nested(10_000));
    isUnreadable("{\"attestations\":" + nested(10_000) + "}");
    isUnreadable("{\"attestations\":[{\"bundle\":" + nested(10_000) + "}]}");
    isUnreadable("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
    isUnreadable("[".repeat(4_000_000));
    ChangedBundle payload = ChangedBundle.of(DSSE, 0);
    payload.at("/dsseEnvelope").put("payload", base64("{\"predicate\":" + nested(10_000) + "}"));
    isUnreadable(payload.bytes());
    ChangedBundle body = ChangedBundle.of(DSSE, 0);
    body.entry().put("canonicalizedBody", base64("{\"spec\":" + nested(100_000) + "}"));
    isNotVerified(body);
  }

  @Test
  void shouldRefuseGarbage() {
    byte[] random = new byte[EIGHT_MB];
    new Random(7).nextBytes(random);
    isUnreadable(random);
    isUnreadable(new byte[EIGHT_MB]);
    isUnreadable(new byte[EIGHT_MB + 1]);
    isUnreadable(new byte[0]);
    isUnreadable("null");
    isUnreadable("\"" + "a".repeat(EIGHT_MB - 2) + "\"");
    isUnreadable("{\"" + "a".repeat(EIGHT_MB - 6) + "\":1}");
    isUnreadable("{\"n\":" + "9".repeat(EIGHT_MB - 6) + "}");
    isUnreadable("{\"attestations\":[" + "{},".repeat(1_000_000) + "{}]}");
    isUnreadable("{\"attestations\":[]}");
    isUnreadable("{\"attestations\":{}}");
    isUnreadable("{} {}");
  }

  @Test
  void shouldRefuseKeysThatComeTwice() {
    String bundle = new String(ChangedBundle.of(DSSE, 0).bytes(), StandardCharsets.UTF_8);
    isUnreadable(bundle.replaceFirst("\\{", "{\"mediaType\":\"x\","));
    ChangedBundle payload = ChangedBundle.of(DSSE, 0);
    payload.at("/dsseEnvelope").put("payload", base64("{\"_type\":\"a\",\"_type\":\"b\"}"));
    isUnreadable(payload.bytes());
  }

  @Test
  void shouldBearHugeFields() {
    String huge = Base64.getEncoder().encodeToString(new byte[5_000_000]);
    for (String pointer :
        List.of(
            "/dsseEnvelope@payload",
            "/dsseEnvelope/signatures/0@sig",
            "/verificationMaterial/certificate@rawBytes",
            "/verificationMaterial/tlogEntries/0@canonicalizedBody",
            "/verificationMaterial/tlogEntries/0/logId@keyId",
            "/verificationMaterial/tlogEntries/0/inclusionPromise@signedEntryTimestamp",
            "/verificationMaterial/tlogEntries/0/inclusionProof@rootHash",
            "/verificationMaterial/tlogEntries/0/inclusionProof/checkpoint@envelope")) {
      ChangedBundle bundle = ChangedBundle.of(DSSE, 0);
      String[] parts = pointer.split("@", -1);
      bundle.at(parts[0]).put(parts[1], huge);
      isNotVerified(bundle);
    }
  }

  @Test
  void shouldBearHugeCertificates() {
    for (int length : new int[] {0xffff, 0x3fffff}) {
      ByteArrayOutputStream der = new ByteArrayOutputStream();
      der.writeBytes(new byte[] {0x30, (byte) 0x83});
      der.write(length >> 16);
      der.write(length >> 8);
      der.write(length);
      byte[] rest = new byte[length];
      Arrays.fill(rest, (byte) 0x30);
      der.writeBytes(rest);
      ChangedBundle bundle = ChangedBundle.of(DSSE, 0);
      bundle
          .at("/verificationMaterial/certificate")
          .put("rawBytes", Base64.getEncoder().encodeToString(der.toByteArray()));
      isUnreadable(bundle.bytes());
    }
  }

  @Test
  void shouldBearDeepAsn1() {
    byte[] indefinite = new byte[4_000_000];
    for (int i = 0; i < indefinite.length; i += 2) {
      indefinite[i] = 0x30;
      indefinite[i + 1] = (byte) 0x80;
    }
    for (byte[] der :
        List.of(indefinite, Arrays.copyOf(indefinite, 6_000), definite(2_000), definite(200_000))) {
      String text = Base64.getEncoder().encodeToString(der);
      ChangedBundle timestamp = ChangedBundle.of(TIMESTAMPED, 0);
      timestamp
          .at("/verificationMaterial/timestampVerificationData/rfc3161Timestamps/0")
          .put("signedTimestamp", text);
      isNotVerified(timestamp);
      ChangedBundle certificate = ChangedBundle.of(DSSE, 0);
      certificate.at("/verificationMaterial/certificate").put("rawBytes", text);
      isNotVerified(certificate);
      ChangedBundle signature = ChangedBundle.of(DSSE, 0);
      signature.at("/dsseEnvelope/signatures/0").put("sig", text);
      isNotVerified(signature);
    }
  }

  /** Sequences in sequences, each with its right length. */
  private static byte[] definite(int depth) {
    byte[] reversed = new byte[depth * 5];
    int used = 0;
    for (int i = 0; i < depth; i++) {
      int length = used;
      for (int octet = 0; octet < 3; octet++) {
        reversed[used++] = (byte) (length >> (8 * octet));
      }
      reversed[used++] = (byte) 0x83;
      reversed[used++] = 0x30;
    }
    byte[] der = new byte[used];
    for (int i = 0; i < used; i++) {
      der[i] = reversed[used - 1 - i];
    }
    return der;
  }

  @Test
  void shouldBearManyOfEverything() {
    ChangedBundle entries = ChangedBundle.of(DSSE, 0);
    ArrayNode listed = (ArrayNode) entries.json().at("/verificationMaterial/tlogEntries");
    ObjectNode entry = entries.entry().deepCopy();
    for (int i = 0; i < 1_000; i++) {
      listed.add(entry);
    }
    isNotVerified(entries);
    ChangedBundle subjects = ChangedBundle.of(DSSE, 0);
    subjects
        .at("/dsseEnvelope")
        .put(
            "payload",
            base64(
                "{\"_type\":\"a\",\"predicateType\":\"b\",\"subject\":["
                    + "{},".repeat(500_000)
                    + "{}]}"));
    isNotVerified(subjects);
    ChangedBundle notes = ChangedBundle.of(DSSE, 0);
    ObjectNode checkpoint =
        notes.at("/verificationMaterial/tlogEntries/0/inclusionProof/checkpoint");
    String note = checkpoint.path("envelope").asText();
    String name = note.substring(0, note.indexOf(" - "));
    String forged = "— " + name + " wNI9ajBFAiEA\n";
    checkpoint.put(
        "envelope", note.substring(0, note.indexOf("\n\n") + 2) + forged.repeat(200_000));
    isNotVerified(notes);
  }

  @Test
  void shouldAnswerWhateverTextIsInside() {
    ChangedBundle bundle = ChangedBundle.of(DSSE, 0);
    bundle
        .at("/dsseEnvelope")
        .put(
            "payload",
            base64(
                "{\"_type\":\"https://in-toto.io/Statement/v1\",\"predicateType\":\"\\u0000<script>\","
                    + "\"subject\":[{\"name\":\"\\u202e\\u0000\",\"digest\":{\"sha512\":\"0\"}}]}"));
    VerifiedResponse response = verify(bundle.bytes());
    assertThat(((VerifiedResponse.Read) response).items().getFirst().verdict().checks())
        .noneMatch(check -> check.reason().chars().anyMatch(c -> c < ' '));
  }
}
