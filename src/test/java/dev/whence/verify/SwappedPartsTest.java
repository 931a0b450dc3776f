package dev.whence.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forgery by exchange: a bundle with a part of another authentic one. None may verify. */
class SwappedPartsTest {

  private static final String MATERIAL = "/verificationMaterial";
  private static final String ENTRY = MATERIAL + "/tlogEntries/0";

  /** Pointer to the object, and the member that is exchanged. */
  private static final List<List<String>> PARTS =
      List.of(
          List.of("/dsseEnvelope", "payload"),
          List.of("/dsseEnvelope", "signatures"),
          List.of("", "dsseEnvelope"),
          List.of("", "verificationMaterial"),
          List.of(MATERIAL, "certificate"),
          List.of(MATERIAL, "x509CertificateChain"),
          List.of(MATERIAL, "publicKey"),
          List.of(MATERIAL, "tlogEntries"),
          List.of(MATERIAL, "timestampVerificationData"),
          List.of(ENTRY, "canonicalizedBody"),
          List.of(ENTRY, "inclusionProof"),
          List.of(ENTRY, "inclusionPromise"),
          List.of(ENTRY, "integratedTime"),
          List.of(ENTRY, "logIndex"),
          List.of(ENTRY + "/inclusionProof", "checkpoint"),
          List.of(ENTRY + "/inclusionProof", "rootHash"),
          List.of(ENTRY + "/inclusionProof", "hashes"));

  /** Every recorded attestation meets a third of the others. */
  private static final int STRIDE = 3;

  private final Forgeries forgeries = new Forgeries();

  @Test
  void shouldVerifyNoRecordedBundleWithAPartOfAnother() {
    swapAll(Original.recorded(), STRIDE);
    forgeries.assertNoneVerified("recorded, one part exchanged", 1_000);
  }

  @Test
  void shouldVerifyNoGeneratedBundleWithAPartOfAnother() {
    swapAll(Original.generated(), 1);
    forgeries.assertNoneVerified("generated, one part exchanged", 1_000);
  }

  private void swapAll(List<Original> originals, int stride) {
    for (int i = 0; i < originals.size(); i++) {
      for (int j = i % stride; j < originals.size(); j += stride) {
        Original one = originals.get(i);
        Original other = originals.get(j);
        if (i != j && one.instance().equals(other.instance())) {
          PARTS.forEach(part -> swap(one, other, part.getFirst(), part.getLast()));
        }
      }
    }
  }

  private void swap(Original one, Original other, String pointer, String field) {
    JsonNode theirs = other.bundle().at(pointer).path(field);
    JsonNode ours = one.bundle().at(pointer).path(field);
    if (ours.isMissingNode()
        || ours.equals(theirs)
        || isNothing(theirs)
        || sameLeaf(ours, theirs)) {
      return;
    }
    ObjectNode mutant = one.bundle().deepCopy();
    ((ObjectNode) mutant.at(pointer)).set(field, theirs);
    forgeries.attempt(field, mutant, one, "of " + other.name());
  }

  /** A part left out is no forgery: a v0.1 bundle without its proof is another authentic one. */
  private static boolean isNothing(JsonNode part) {
    return part.isMissingNode()
        || part.isNull()
        || (part.has("rfc3161Timestamps") && part.path("rfc3161Timestamps").isEmpty());
  }

  /** Only the leaf of a chain is ever used. */
  private static boolean sameLeaf(JsonNode ours, JsonNode theirs) {
    JsonNode leaf = ours.at("/certificates/0");
    return !leaf.isMissingNode() && leaf.equals(theirs.at("/certificates/0"));
  }
}
