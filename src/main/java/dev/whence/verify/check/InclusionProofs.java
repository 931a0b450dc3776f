package dev.whence.verify.check;

import dev.whence.provenance.bundle.Bundle;
import dev.whence.verify.crypto.Crypto;
import dev.whence.verify.trust.TrustMaterial;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merkle inclusion proofs (RFC 9162, 2.1.3.2) under checkpoints (C2SP tlog-checkpoint). */
final class InclusionProofs {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  /** A log and its witnesses; each line costs a signature verification. */
  private static final int MAX_SIGNATURES = 100;

  private InclusionProofs() {}

  /** Why the proof is wrong, as a sentence; null if it is right. */
  static @Nullable String problem(Bundle.InclusionProof proof, byte[] body, TrustMaterial.Log log) {
    byte @Nullable [] root = root(proof, Crypto.sha256(LEAF, body));
    if (root == null || !Arrays.equals(root, proof.rootHash())) {
      return "The inclusion proof does not lead from this entry to the log's root hash.";
    }
    return proof.checkpoint() == null ? null : checkpointProblem(proof, proof.checkpoint(), log);
  }

  private static byte @Nullable [] root(Bundle.InclusionProof proof, byte[] leaf) {
    long index = proof.logIndex();
    long last = proof.treeSize() - 1;
    if (index < 0 || index > last) {
      return null;
    }
    MessageDigest sha256 = Crypto.sha256();
    byte[] hash = leaf;
    for (byte[] sibling : proof.hashes()) {
      if (last == 0) {
        return null;
      }
      if ((index & 1) == 1 || index == last) {
        hash = node(sha256, sibling, hash);
        while ((index & 1) == 0 && index != 0) {
          index >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(sha256, hash, sibling);
      }
      index >>= 1;
      last >>= 1;
    }
    return last == 0 ? hash : null;
  }

  private static byte[] node(MessageDigest sha256, byte[] left, byte[] right) {
    sha256.update(NODE);
    sha256.update(left);
    return sha256.digest(right);
  }

  private static @Nullable String checkpointProblem(
      Bundle.InclusionProof proof, String checkpoint, TrustMaterial.Log log) {
    int blank = checkpoint.indexOf("\n\n");
    if (blank < 0) {
      return "The checkpoint is not a signed note.";
    }
    String text = checkpoint.substring(0, blank + 1);
    List<String> lines = text.lines().toList();
    if (lines.size() < 3 || !lines.get(1).equals(Long.toString(proof.treeSize()))) {
      return "The checkpoint is for another tree size than the proof.";
    }
    if (!lines.get(2).equals(Base64.getEncoder().encodeToString(proof.rootHash()))) {
      return "The checkpoint is for another root hash than the proof.";
    }
    boolean signed =
        checkpoint
            .substring(blank + 2)
            .lines()
            .limit(MAX_SIGNATURES)
            .anyMatch(line -> isSignature(line, lines.getFirst(), text, log));
    return signed ? null : "The checkpoint is not signed by the log.";
  }

  /**
   * A line {@code — NAME BASE64(hint || signature)}; NAME must be the origin's (C2SP signed-note).
   */
  private static boolean isSignature(
      String line, String origin, String text, TrustMaterial.Log log) {
    List<String> parts = List.of(line.split(" ", -1));
    if (parts.size() != 3 || !parts.getFirst().equals("—")) {
      return false;
    }
    String name = parts.get(1);
    if (!origin.equals(name) && !origin.startsWith(name + " - ")) {
      return false;
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(parts.get(2));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
    // Base64 with stray bits in its last digit would be a second way to write the same note.
    return bytes.length > 4
        && Base64.getEncoder().encodeToString(bytes).equals(parts.get(2))
        && Arrays.equals(bytes, 0, 4, log.id(), 0, 4)
        && Crypto.verifies(
            log.key(),
            Arrays.copyOfRange(bytes, 4, bytes.length),
            text.getBytes(StandardCharsets.UTF_8));
  }
}
