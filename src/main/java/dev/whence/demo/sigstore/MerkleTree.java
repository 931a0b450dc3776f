package dev.whence.demo.sigstore;

import java.util.ArrayList;
import java.util.List;

/**
 * An append-only Merkle tree (RFC 6962, 2.1) that keeps only its frontier: the roots of the
 * complete subtrees to the left, the largest first. The newest leaf's path is that frontier.
 */
final class MerkleTree {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private record Subtree(int height, byte[] root) {}

  /**
   * The proof that the newest leaf is in the tree.
   *
   * @param path from the leaf to the root
   */
  record Inclusion(long index, long size, byte[] root, List<byte[]> path) {
    Inclusion {
      path = List.copyOf(path);
    }
  }

  private final List<Subtree> frontier = new ArrayList<>();
  private long size;

  Inclusion append(byte[] entry) {
    byte[] leaf = Digests.sha256(LEAF, entry);
    List<byte[]> path = frontier.reversed().stream().map(Subtree::root).toList();
    byte[] root = leaf;
    for (byte[] left : path) {
      root = Digests.sha256(NODE, left, root);
    }
    extend(new Subtree(0, leaf));
    size++;
    return new Inclusion(size - 1, size, root, path);
  }

  private void extend(Subtree added) {
    Subtree right = added;
    while (!frontier.isEmpty() && frontier.getLast().height() == right.height()) {
      Subtree left = frontier.removeLast();
      right = new Subtree(right.height() + 1, Digests.sha256(NODE, left.root(), right.root()));
    }
    frontier.add(right);
  }
}
