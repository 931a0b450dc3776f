package dev.whence.verify.check;

import dev.whence.verify.crypto.Crypto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file of any size, read once. An ECDSA signature needs its digests. The content is kept for
 * small files only, for keys that sign the content itself.
 */
record ArtifactFile(Map<String, byte[]> digests, Optional<byte[]> content) implements Artifact {

  private static final int KEPT_BYTES = 16 * 1024 * 1024;

  ArtifactFile {
    digests = Map.copyOf(digests);
  }

  static ArtifactFile read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(KEPT_BYTES);
      Map<String, MessageDigest> running = new HashMap<>();
      for (String algorithm : new String[] {"SHA-256", "SHA-384", "SHA-512"}) {
        running.put(algorithm, MessageDigest.getInstance(algorithm));
      }
      running.values().forEach(digest -> digest.update(head));
      byte[] piece = new byte[64 * 1024];
      boolean whole = true;
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        int length = n;
        running.values().forEach(digest -> digest.update(piece, 0, length));
        whole &= n == 0;
      }
      Map<String, byte[]> digests = new HashMap<>();
      running.forEach((algorithm, digest) -> digests.put(algorithm, digest.digest()));
      return new ArtifactFile(digests, whole ? Optional.of(head) : Optional.empty());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has the SHA-2 family", e);
    }
  }

  @Override
  public Optional<byte[]> digest(String algorithm) {
    return Optional.ofNullable(digests.get(algorithm));
  }

  @Override
  public Optional<Boolean> isSigned(PublicKey key, byte[] signature) {
    return Crypto.digestAlgorithm(key)
        .flatMap(this::digest)
        .map(digest -> Crypto.verifiesDigest(key, signature, digest))
        .or(() -> content.map(bytes -> Crypto.verifies(key, signature, bytes)));
  }
}
