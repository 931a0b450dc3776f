package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.whence.provenance.Verdict;
import dev.whence.testing.RecordedVersions;
import dev.whence.testing.Recording;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Forgery by small changes: real bundles with one bit flipped in a part that security rests on, and
 * two authentic bundles with a part exchanged. None may verify.
 */
class MutatedBundlesTest {

  /**
   * Long parts are sampled, each bundle and part from another byte on; {@code
   * -Dwhence.test.mutants=100000} leaves no byte out.
   */
  private static final int MUTANTS_OF_A_PART = Integer.getInteger("whence.test.mutants", 10);

  /** Every attestation meets a third of the others. */
  private static final int SWAP_STRIDE = 3;

  private static final String ENTRY = "/verificationMaterial/tlogEntries/0";
  private static final String CHAIN = "/verificationMaterial/x509CertificateChain/certificates/0";

  /** Pointer and field of each part in base64. */
  private static final List<List<String>> BINARY =
      List.of(
          List.of("/dsseEnvelope", "payload"),
          List.of("/dsseEnvelope/signatures/0", "sig"),
          List.of("/verificationMaterial/certificate", "rawBytes"),
          List.of(CHAIN, "rawBytes"),
          List.of(ENTRY, "canonicalizedBody"),
          List.of(ENTRY + "/logId", "keyId"),
          List.of(ENTRY + "/inclusionPromise", "signedEntryTimestamp"),
          List.of(ENTRY + "/inclusionProof", "rootHash"));

  /** And of each part that is text or a number. */
  private static final List<List<String>> TEXT =
      List.of(
          List.of("/dsseEnvelope", "payloadType"),
          List.of("/verificationMaterial/publicKey", "hint"),
          List.of(ENTRY, "logIndex"),
          List.of(ENTRY, "integratedTime"),
          List.of(ENTRY + "/kindVersion", "kind"),
          List.of(ENTRY + "/kindVersion", "version"),
          List.of(ENTRY + "/inclusionProof", "logIndex"),
          List.of(ENTRY + "/inclusionProof", "treeSize"),
          List.of(ENTRY + "/inclusionProof/checkpoint", "envelope"));

  private final TrustMaterial publicGood = RecordedVersions.publicGood();
  private final Map<String, Integer> tried = new TreeMap<>();
  private final List<String> verified = new ArrayList<>();

  private record Original(String name, ChangedBundle bundle, ExpectedVersion expected) {}

  /** All recorded attestations of the registry. */
  private static List<Original> originals() {
    List<Original> originals = new ArrayList<>();
    for (Map<String, String> row : Recording.index("registry")) {
      String file = String.valueOf(row.get("file"));
      int index = Integer.parseInt(String.valueOf(row.get("att")));
      originals.add(
          new Original(
              file + "#" + index, ChangedBundle.of(file, index), RecordedVersions.expected(row)));
    }
    return originals;
  }

  private boolean verifies(ObjectNode bundle, ExpectedVersion expected) {
    byte[] bytes = bundle.toString().getBytes(StandardCharsets.UTF_8);
    return Verified.item(bytes, 0, publicGood, expected).verdict().outcome()
        == Verdict.Outcome.VERIFIED;
  }

  private void isNotVerified(String what, ObjectNode mutant, Original original) {
    tried.merge(what, 1, Integer::sum);
    if (verifies(mutant, original.expected())) {
      verified.add(original.name() + ": " + what);
    }
  }

  @Test
  void shouldVerifyNoBundleWithOneBitFlipped() {
    int seed = 0;
    for (Original original : originals()) {
      ObjectNode bundle = original.bundle().json();
      assertThat(verifies(bundle, original.expected())).as(original.name()).isTrue();
      for (List<String> part : BINARY) {
        flipBytes(original, part.getFirst(), part.getLast(), seed++);
      }
      for (List<String> part : TEXT) {
        flipCharacters(original, part.getFirst(), part.getLast(), seed++);
      }
      flipHashes(original, seed++);
    }
    report("one bit flipped");
  }

  private void flipBytes(Original original, String pointer, String field, int seed) {
    JsonNode parent = original.bundle().json().at(pointer);
    if (!parent.has(field)) {
      return;
    }
    byte[] bytes = Base64.getDecoder().decode(parent.path(field).asText());
    int step = Math.max(1, bytes.length / MUTANTS_OF_A_PART);
    for (int i = seed % step; i < bytes.length; i += step) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= (byte) (1 << ((seed + i) % 8));
      ObjectNode mutant = original.bundle().json().deepCopy();
      ((ObjectNode) mutant.at(pointer)).put(field, Base64.getEncoder().encodeToString(flipped));
      isNotVerified(field, mutant, original);
    }
  }

  private void flipCharacters(Original original, String pointer, String field, int seed) {
    JsonNode parent = original.bundle().json().at(pointer);
    if (!parent.has(field)) {
      return;
    }
    String text = parent.path(field).asText();
    int step = Math.max(1, text.length() / MUTANTS_OF_A_PART);
    for (int i = seed % step; i < text.length(); i += step) {
      char[] flipped = text.toCharArray();
      flipped[i] = (char) (flipped[i] ^ 1);
      ObjectNode mutant = original.bundle().json().deepCopy();
      ((ObjectNode) mutant.at(pointer)).put(field, new String(flipped));
      isNotVerified(field, mutant, original);
    }
  }

  private void flipHashes(Original original, int seed) {
    JsonNode hashes = original.bundle().json().at(ENTRY + "/inclusionProof/hashes");
    for (int i = 0; i < hashes.size(); i++) {
      byte[] hash = Base64.getDecoder().decode(hashes.get(i).asText());
      hash[(seed + i) % hash.length] ^= 1;
      ObjectNode mutant = original.bundle().json().deepCopy();
      ((ArrayNode) mutant.at(ENTRY + "/inclusionProof/hashes"))
          .set(i, TextNode.valueOf(Base64.getEncoder().encodeToString(hash)));
      isNotVerified("hashes", mutant, original);
    }
  }

  @Test
  void shouldVerifyNoBundleWithAPartOfAnother() {
    List<Original> originals = originals();
    for (int i = 0; i < originals.size(); i++) {
      for (int j = i % SWAP_STRIDE; j < originals.size(); j += SWAP_STRIDE) {
        Original one = originals.get(i);
        Original other = originals.get(j);
        swap(one, other, "/dsseEnvelope", "payload");
        swap(one, other, "/dsseEnvelope", "signatures");
        swap(one, other, "", "dsseEnvelope");
        swap(one, other, "/verificationMaterial", "certificate");
        swap(one, other, "/verificationMaterial", "x509CertificateChain");
        swap(one, other, "/verificationMaterial", "publicKey");
        swap(one, other, "/verificationMaterial", "tlogEntries");
        for (String field :
            List.of("canonicalizedBody", "inclusionProof", "inclusionPromise", "integratedTime")) {
          swap(one, other, ENTRY, field);
        }
        swap(one, other, ENTRY + "/inclusionProof", "checkpoint");
        swap(one, other, ENTRY + "/inclusionProof", "hashes");
      }
    }
    report("one part exchanged");
  }

  private void swap(Original one, Original other, String pointer, String field) {
    JsonNode theirs = other.bundle().json().at(pointer).path(field);
    JsonNode ours = one.bundle().json().at(pointer);
    // A proof left out of a v0.1 bundle makes another authentic one.
    if (theirs.isMissingNode()
        || theirs.isNull()
        || !ours.has(field)
        || ours.path(field).equals(theirs)) {
      return;
    }
    // Only the leaf of a chain is ever used.
    if (sameLeaf(ours.path(field), theirs)) {
      return;
    }
    ObjectNode mutant = one.bundle().json().deepCopy();
    ((ObjectNode) mutant.at(pointer)).set(field, theirs);
    isNotVerified(field, mutant, one);
  }

  private static boolean sameLeaf(JsonNode ours, JsonNode theirs) {
    JsonNode leaf = ours.at("/certificates/0");
    return !leaf.isMissingNode() && leaf.equals(theirs.at("/certificates/0"));
  }

  private void report(String kind) {
    int total = tried.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println("Mutants with " + kind + ": " + total + " " + tried);
    assertThat(verified).isEmpty();
    assertThat(total).isGreaterThan(1_000);
  }
}
