package dev.whence.verify;

import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.Shape;
import dev.whence.testing.Fuzzing;
import dev.whence.verify.check.ExpectedVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attestation responses of any bytes at all: each is judged, and none throws. */
public class ResponseFuzzTest {

  private static final GeneratedTrust TRUST = new GeneratedTrust();
  private static final ExpectedVersion EXPECTED = TRUST.expected();

  @Test
  void shouldJudgeWhateverComes() throws IOException, InterruptedException {
    List<byte[]> seeds = new ArrayList<>();
    Arrays.stream(Shape.values())
        .map(
            shape ->
                IssuedBundle.response(
                    TRUST.sigstore().provenance(GeneratedTrust.request(shape)),
                    TRUST.sigstore().publish(GeneratedTrust.publishRequest())))
        .forEach(seeds::add);
    Original.recordedIfPresent().forEach(original -> seeds.add(original.bytes()));
    Fuzzing.run(ResponseFuzzTest.class, seeds);
  }

  public static void fuzzerInitialize() {
    TRUST.verify(GeneratedTrust.request(Shape.NPM_CLI_V1_REKOR_V2));
  }

  public static void fuzzerTestOneInput(byte[] input) {
    TRUST.verifier().verify(input, EXPECTED);
  }
}
