package dev.whence.demo.sigstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transparency log. Rekor v1 signs the time of an entry (signed entry timestamp), v2 does not.
 * Both prove inclusion under a signed checkpoint. Its time and its hash determine an entry's index,
 * so entries can be issued in any order and by any number of threads.
 */
final class TransparencyLog {

  /** The entries that fit into a second; npm alone uses a few hundred. */
  private static final int INDEX_BITS_OF_A_SECOND = 12;

  private final String host;
  private final String origin;
  private final SigningKey key;
  private final SigningKey stranger;
  private final Instant since;
  private final long firstIndex;
  private final MerkleTree tree;

  /**
   * @param treeName what Rekor v1 adds to its host in a checkpoint's origin; empty with v2
   * @param stranger signs what is to be signed by the wrong key
   * @param since the time of the tree's first entry
   * @param firstIndex entries in earlier shards, which count for an entry's index but not in the
   *     tree's
   */
  TransparencyLog(
      String host,
      String treeName,
      SigningKey key,
      SigningKey stranger,
      Instant since,
      long firstIndex) {
    this.host = host;
    this.origin = treeName.isEmpty() ? host : host + " - " + treeName;
    this.key = key;
    this.stranger = stranger;
    this.since = since;
    this.firstIndex = firstIndex;
    this.tree = new MerkleTree(key.id());
  }

  String url() {
    return "https://" + host;
  }

  SigningKey key() {
    return key;
  }

  byte[] id() {
    return key.noteId(host);
  }

  /**
   * Adds an entry and returns it in the form of a bundle.
   *
   * @param at when
   * @param vouches whether the log signs the entry with its time; Rekor v2 does not
   * @param proof whether to add an inclusion proof
   */
  ObjectNode append(
      WrittenLogBody body, Instant at, boolean vouches, boolean proof, Set<Fault> faults) {
    byte[] bytes = Json.bytes(body.json());
    MerkleTree.Inclusion inclusion = tree.put(index(at, bytes), bytes);
    @Nullable Instant integrated = vouches ? at : null;
    byte[] id = faults.contains(Fault.UNKNOWN_LOG) ? stranger.id() : id();
    long index = firstIndex + inclusion.index();
    return Json.object(
        "logIndex",
        Long.toString(index),
        "logId",
        Json.object("keyId", Json.base64(id)),
        "kindVersion",
        Json.object("kind", body.kind(), "version", body.version()),
        "integratedTime",
        integrated == null ? null : Long.toString(integrated.getEpochSecond()),
        "inclusionPromise",
        integrated == null || faults.contains(Fault.NO_PROMISE)
            ? null
            : promise(bytes, integrated, id, index, faults),
        "inclusionProof",
        proof && !faults.contains(Fault.NO_PROOF) ? proof(inclusion, faults) : null,
        "canonicalizedBody",
        Json.base64(bytes));
  }

  private long index(Instant at, byte[] entry) {
    long second = Math.max(0, at.getEpochSecond() - since.getEpochSecond());
    int within = ByteBuffer.wrap(Digests.sha256(entry)).getInt();
    return (second << INDEX_BITS_OF_A_SECOND)
        + (within >>> (Integer.SIZE - INDEX_BITS_OF_A_SECOND));
  }

  private ObjectNode promise(
      byte[] body, Instant integrated, byte[] id, long index, Set<Fault> faults) {
    ObjectNode promised =
        Json.object(
            "body",
            Json.base64(body),
            "integratedTime",
            integrated.getEpochSecond(),
            "logID",
            HexFormat.of().formatHex(id),
            "logIndex",
            index);
    SigningKey signer = faults.contains(Fault.FORGED_PROMISE) ? stranger : key;
    return Json.object("signedEntryTimestamp", Json.base64(signer.sign(Json.bytes(promised))));
  }

  private ObjectNode proof(MerkleTree.Inclusion inclusion, Set<Fault> faults) {
    String root = Json.base64(inclusion.root());
    return Json.object(
        "logIndex",
        Long.toString(inclusion.index()),
        "rootHash",
        faults.contains(Fault.WRONG_PROOF) ? Json.base64(Digests.sha256(inclusion.root())) : root,
        "treeSize",
        Long.toString(inclusion.size()),
        "hashes",
        inclusion.path().stream().map(Json::base64).toList(),
        "checkpoint",
        Json.object("envelope", checkpoint(inclusion.size(), root, faults)));
  }

  /** C2SP tlog-checkpoint: origin, size and root as a signed note. */
  private String checkpoint(long size, String root, Set<Fault> faults) {
    String text = origin + "\n" + size + "\n" + root + "\n";
    SigningKey signer = faults.contains(Fault.FORGED_CHECKPOINT) ? stranger : key;
    byte[] signature = signer.sign(Digests.utf8(text));
    byte[] line = Arrays.copyOf(id(), 4 + signature.length);
    System.arraycopy(signature, 0, line, 4, signature.length);
    return text + "\n— " + host + " " + Json.base64(line) + "\n";
  }
}
