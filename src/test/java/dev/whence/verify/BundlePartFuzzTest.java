package dev.whence.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.demo.sigstore.Shape;
import dev.whence.testing.Fuzzing;
import dev.whence.verify.check.ExpectedVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Bundles of which one binary part is any bytes at all: certificate, timestamp, statement, log
 * entry or checkpoint. Fuzzed by itself, since base64 hides a part's form from the fuzzer.
 */
public class BundlePartFuzzTest {

  private static final String MATERIAL = "/verificationMaterial";
  private static final String ENTRY = MATERIAL + "/tlogEntries/0";

  private static final GeneratedTrust TRUST = new GeneratedTrust();
  private static final ExpectedVersion EXPECTED = TRUST.expected();

  private static final ObjectNode INTOTO = bundle(Shape.NPM_CLI_V1);
  private static final ObjectNode DSSE = bundle(Shape.NPM_CLI_V1_DSSE);
  private static final ObjectNode REKOR_V2 = bundle(Shape.NPM_CLI_V1_REKOR_V2);

  private static final List<Part> PARTS =
      List.of(
          new Part(DSSE, MATERIAL + "/certificate", "rawBytes"),
          new Part(DSSE, "/dsseEnvelope", "payload"),
          new Part(DSSE, ENTRY, "canonicalizedBody"),
          new Part(INTOTO, ENTRY, "canonicalizedBody"),
          new Part(DSSE, ENTRY + "/inclusionProof/checkpoint", "envelope"),
          new Part(
              REKOR_V2,
              MATERIAL + "/timestampVerificationData/rfc3161Timestamps/0",
              "signedTimestamp"));

  /** A part of a bundle: base64, but for the checkpoint. */
  private record Part(ObjectNode bundle, String pointer, String field) {

    byte[] content() {
      String text = bundle.at(pointer).path(field).asText();
      return isText() ? text.getBytes(StandardCharsets.UTF_8) : Base64.getDecoder().decode(text);
    }

    byte[] with(byte[] content) {
      ObjectNode changed = bundle.deepCopy();
      ((ObjectNode) changed.at(pointer))
          .put(
              field,
              isText()
                  ? new String(content, StandardCharsets.UTF_8)
                  : Base64.getEncoder().encodeToString(content));
      return changed.toString().getBytes(StandardCharsets.UTF_8);
    }

    private boolean isText() {
      return field.equals("envelope");
    }
  }

  @Test
  void shouldJudgeWhateverAPartHolds() throws IOException, InterruptedException {
    List<byte[]> seeds = new ArrayList<>();
    for (int number = 0; number < PARTS.size(); number++) {
      seeds.add(numbered(number, PARTS.get(number).content()));
    }
    Fuzzing.run(BundlePartFuzzTest.class, seeds);
  }

  /** An input's first byte says which part the others are. */
  private static byte[] numbered(int number, byte[] content) {
    byte[] input = new byte[1 + content.length];
    input[0] = (byte) number;
    System.arraycopy(content, 0, input, 1, content.length);
    return input;
  }

  public static void fuzzerInitialize() {
    TRUST.verify(GeneratedTrust.request(Shape.NPM_CLI_V1_REKOR_V2));
  }

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 0) {
      Part part = PARTS.get(Byte.toUnsignedInt(input[0]) % PARTS.size());
      TRUST.verifier().verify(part.with(Arrays.copyOfRange(input, 1, input.length)), EXPECTED);
    }
  }

  private static ObjectNode bundle(Shape shape) {
    return TRUST.sigstore().provenance(GeneratedTrust.request(shape)).bundle();
  }
}
