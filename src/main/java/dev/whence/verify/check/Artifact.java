package dev.whence.verify.check;

import dev.whence.verify.crypto.Crypto;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signed content: bytes, a file, or only the digest of a file. */
public sealed interface Artifact permits Artifact.Bytes, ArtifactFile, Artifact.Digest {

  /** The digest by this algorithm, as the JDK names it; empty if it cannot be known. */
  Optional<byte[]> digest(String algorithm);

  /** Whether the signature is by the key over this; empty if that cannot be found out. */
  Optional<Boolean> isSigned(PublicKey key, byte[] signature);

  /** A file. It is read here, once, in small pieces. */
  static Artifact file(Path file) throws IOException {
    return ArtifactFile.read(file);
  }

  /** Bytes in memory. */
  record Bytes(byte[] bytes) implements Artifact {
    @Override
    public Optional<byte[]> digest(String algorithm) {
      return Optional.of(Crypto.digest(algorithm, bytes));
    }

    @Override
    public Optional<Boolean> isSigned(PublicKey key, byte[] signature) {
      return Optional.of(Crypto.verifies(key, signature, bytes));
    }
  }

  /** Only a digest: enough for ECDSA, which signs the digest. */
  record Digest(String algorithm, byte[] value) implements Artifact {

    private static final Pattern FORM =
        Pattern.compile("sha256:([0-9a-fA-F]{64})|sha512:([0-9a-fA-F]{128})");
    private static final Map<Integer, String> BY_LENGTH = Map.of(32, "SHA-256", 64, "SHA-512");

    /** From {@code sha256:…} or {@code sha512:…} in hex; empty if it is neither. */
    public static Optional<Digest> parse(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      byte[] value = HexFormat.of().parseHex(text.substring(text.indexOf(':') + 1));
      return Optional.of(new Digest(String.valueOf(BY_LENGTH.get(value.length)), value));
    }

    @Override
    public Optional<byte[]> digest(String wanted) {
      return wanted.equals(algorithm) ? Optional.of(value) : Optional.empty();
    }

    @Override
    public Optional<Boolean> isSigned(PublicKey key, byte[] signature) {
      return Crypto.digestAlgorithm(key)
          .flatMap(this::digest)
          .map(digest -> Crypto.verifiesDigest(key, signature, digest));
    }
  }
}
