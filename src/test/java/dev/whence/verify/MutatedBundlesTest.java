package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Forgery by small changes: authentic bundles with one bit flipped in a part that security rests
 * on. None may verify.
 */
class MutatedBundlesTest {

  /**
   * Long parts are sampled, each bundle and part from another byte on, one bit of each byte; {@code
   * -Dwhence.test.mutants=100000 -Dwhence.test.bits=8} leaves no bit out.
   */
  private static final int MUTANTS_OF_A_PART = Integer.getInteger("whence.test.mutants", 10);

  private static final int BITS_OF_A_BYTE = Integer.getInteger("whence.test.bits", 1);

  private static final String MATERIAL = "/verificationMaterial";
  private static final String ENTRY = MATERIAL + "/tlogEntries/0";
  private static final String CHAIN = MATERIAL + "/x509CertificateChain/certificates/0";
  private static final String TIMESTAMP =
      MATERIAL + "/timestampVerificationData/rfc3161Timestamps/0";

  /** Pointer and field of a part. */
  private record Part(String pointer, String field) {}

  private static final List<Part> BINARY =
      List.of(
          new Part("/dsseEnvelope", "payload"),
          new Part("/dsseEnvelope/signatures/0", "sig"),
          new Part(MATERIAL + "/certificate", "rawBytes"),
          new Part(CHAIN, "rawBytes"),
          new Part(TIMESTAMP, "signedTimestamp"),
          new Part(ENTRY, "canonicalizedBody"),
          new Part(ENTRY + "/logId", "keyId"),
          new Part(ENTRY + "/inclusionPromise", "signedEntryTimestamp"),
          new Part(ENTRY + "/inclusionProof", "rootHash"));

  private static final List<Part> TEXT =
      List.of(
          new Part("/dsseEnvelope", "payloadType"),
          new Part("/dsseEnvelope/signatures/0", "keyid"),
          new Part(MATERIAL + "/publicKey", "hint"),
          new Part(ENTRY, "logIndex"),
          new Part(ENTRY, "integratedTime"),
          new Part(ENTRY + "/kindVersion", "kind"),
          new Part(ENTRY + "/kindVersion", "version"),
          new Part(ENTRY + "/inclusionProof", "logIndex"),
          new Part(ENTRY + "/inclusionProof", "treeSize"),
          new Part(ENTRY + "/inclusionProof/checkpoint", "envelope"));

  private final Forgeries forgeries = new Forgeries();

  @Test
  void shouldVerifyNoRecordedBundleWithOneBitFlipped() {
    flipAll(Original.recorded());
    forgeries.assertNoneVerified("recorded, one bit flipped", 1_000);
  }

  @Test
  void shouldVerifyNoGeneratedBundleWithOneBitFlipped() {
    flipAll(Original.generated());
    forgeries.assertNoneVerified("generated, one bit flipped", 1_000);
  }

  private void flipAll(List<Original> originals) {
    int seed = 0;
    for (Original original : originals) {
      assertThat(original.verifies(original.bundle())).as(original.name()).isTrue();
      for (Part part : BINARY) {
        flipBytes(original, part, seed++);
      }
      for (Part part : TEXT) {
        flipCharacters(original, part, seed++);
      }
      flipHashes(original, seed++);
    }
  }

  private void flipBytes(Original original, Part part, int seed) {
    JsonNode value = original.bundle().at(part.pointer()).path(part.field());
    if (!value.isTextual()) {
      return;
    }
    byte[] bytes = Base64.getDecoder().decode(value.asText());
    int step = Math.max(1, bytes.length / MUTANTS_OF_A_PART);
    for (int i = seed % step; i < bytes.length; i += step) {
      for (int bit = 0; bit < BITS_OF_A_BYTE; bit++) {
        byte[] flipped = bytes.clone();
        flipped[i] ^= (byte) (1 << ((seed + i + bit) % 8));
        attempt(original, part, Base64.getEncoder().encodeToString(flipped), i);
      }
    }
  }

  private void flipCharacters(Original original, Part part, int seed) {
    JsonNode value = original.bundle().at(part.pointer()).path(part.field());
    if (!value.isValueNode() || value.isNull()) {
      return;
    }
    String text = value.asText();
    int step = Math.max(1, text.length() / MUTANTS_OF_A_PART);
    for (int i = seed % step; i < text.length(); i += step) {
      for (int bit = 0; bit < BITS_OF_A_BYTE; bit++) {
        char[] flipped = text.toCharArray();
        flipped[i] = (char) (flipped[i] ^ (1 << bit));
        attempt(original, part, new String(flipped), i);
      }
    }
  }

  private void attempt(Original original, Part part, String value, int at) {
    ObjectNode mutant = original.bundle().deepCopy();
    ((ObjectNode) mutant.at(part.pointer())).put(part.field(), value);
    forgeries.attempt(part.field(), mutant, original, "at " + at);
  }

  private void flipHashes(Original original, int seed) {
    JsonNode hashes = original.bundle().at(ENTRY + "/inclusionProof/hashes");
    for (int i = 0; i < hashes.size(); i++) {
      byte[] hash = Base64.getDecoder().decode(hashes.get(i).asText());
      hash[(seed + i) % hash.length] ^= 1;
      ObjectNode mutant = original.bundle().deepCopy();
      ((ArrayNode) mutant.at(ENTRY + "/inclusionProof/hashes"))
          .set(i, TextNode.valueOf(Base64.getEncoder().encodeToString(hash)));
      forgeries.attempt("hashes", mutant, original, "hash " + i);
    }
  }
}
