package dev.whence.demo.sigstore;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree (RFC 6962, 2.1) that is not stored: its newest leaf is known, and the roots of the
 * complete subtrees to its left are computed from their place. So each entry's proof can be made
 * separately. It is as long and as hard to verify as in a real log.
 */
final class MerkleTree {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  /**
   * The proof that the newest leaf is in the tree.
   *
   * @param path from the leaf to the root
   */
  record Inclusion(long index, byte[] root, List<byte[]> path) {
    Inclusion {
      path = List.copyOf(path);
    }

    long size() {
      return index + 1;
    }
  }

  private final byte[] seed;

  /**
   * @param seed determines the other leaves
   */
  MerkleTree(byte[] seed) {
    this.seed = seed.clone();
  }

  /** Puts an entry at an index, after all earlier entries. */
  Inclusion put(long index, byte[] entry) {
    List<byte[]> path = new ArrayList<>();
    byte[] root = Digests.sha256(LEAF, entry);
    for (int height = 0; index >>> height != 0; height++) {
      if (((index >>> height) & 1) == 1) {
        byte[] left = subtree(height, index >>> height);
        path.add(left);
        root = Digests.sha256(NODE, left, root);
      }
    }
    return new Inclusion(index, root, path);
  }

  private byte[] subtree(int height, long place) {
    return Digests.sha256(
        seed, ByteBuffer.allocate(Long.BYTES + 1).put((byte) height).putLong(place).array());
  }
}
