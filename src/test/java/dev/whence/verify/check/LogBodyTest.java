package dev.whence.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.bundle.Bundle;
import dev.whence.verify.GeneratedTrust;
import dev.whence.verify.StructuralMutants;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The body of a log entry tells of one signature by one signer, or of nothing that we can read. */
class LogBodyTest {

  private final GeneratedTrust trust = new GeneratedTrust();

  @ParameterizedTest
  @CsvSource({"NPM_CLI_V1, /spec/content/envelope/signatures", "NPM_CLI_V1_DSSE, /spec/signatures"})
  void shouldNotReadAnEntryWithTwoSignatures(Shape shape, String signatures) {
    ObjectNode body = body(shape);
    assertThat(read(shape, body)).isPresent();
    ArrayNode listed = (ArrayNode) body.at(signatures);
    listed.add(listed.get(0).deepCopy());
    assertThat(read(shape, body)).isEmpty();
    listed.removeAll();
    assertThat(read(shape, body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/spec/hashedRekordV002/signature/verifier, publicKey",
    "/spec/hashedRekordV002/signature, other",
    "/spec/hashedRekordV002, other",
    "/spec, dsseV002"
  })
  void shouldNotReadASecondSignerOrEntry(String pointer, String member) {
    ObjectNode body = body(Shape.NPM_CLI_V1_REKOR_V2);
    assertThat(read(Shape.NPM_CLI_V1_REKOR_V2, body)).isPresent();
    ((ObjectNode) body.at(pointer)).putObject(member).put("rawBytes", "AAAA");
    assertThat(read(Shape.NPM_CLI_V1_REKOR_V2, body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NPM_CLI_V1, /spec/content, payloadHash",
    "NPM_CLI_V1_DSSE, /spec/payloadHash, value",
    "NPM_CLI_V1_DSSE, /spec/signatures/0, verifier",
    "NPM_CLI_V1_REKOR_V2, /spec/hashedRekordV002/data, digest",
    "NPM_CLI_V1_REKOR_V2, '', kind"
  })
  void shouldNotReadAMemberOfAnotherType(Shape shape, String pointer, String member) {
    ObjectNode body = body(shape);
    ObjectNode holder = (ObjectNode) body.at(pointer);
    JsonNode value = holder.path(member).deepCopy();
    holder.putArray(member).add(value);
    assertThat(read(shape, body)).isEmpty();
  }

  private ObjectNode body(Shape shape) {
    String encoded =
        trust
            .sigstore()
            .provenance(GeneratedTrust.request(shape))
            .bundle()
            .at("/verificationMaterial/tlogEntries/0/canonicalizedBody")
            .asText();
    return (ObjectNode) StructuralMutants.json(Base64.getDecoder().decode(encoded));
  }

  private static Optional<LogBody> read(Shape shape, ObjectNode body) {
    String kind =
        switch (shape) {
          case NPM_CLI_V1 -> "intoto";
          case NPM_CLI_V1_DSSE -> "dsse";
          default -> "hashedrekord";
        };
    String version = shape == Shape.NPM_CLI_V1_DSSE ? "0.0.1" : "0.0.2";
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return LogBody.read(new Bundle.Entry(1, new byte[32], kind, version, null, null, null, bytes));
  }
}
