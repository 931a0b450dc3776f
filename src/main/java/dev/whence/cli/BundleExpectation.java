package dev.whence.cli;

import dev.whence.verify.check.Artifact;
import dev.whence.verify.check.ExpectedArtifact;
import dev.whence.verify.crypto.PublicKeyPem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a bundle must be about and who must have signed it, from a command's arguments. */
final class BundleExpectation {

  private static final int MAX_KEY_BYTES = 64 * 1024;

  private BundleExpectation() {}

  /** From the options' values. If they do not fit together, a message for people says why. */
  static ExpectedArtifact of(
      @Nullable String artifact,
      @Nullable String identity,
      @Nullable String issuer,
      @Nullable Path key) {
    return new ExpectedArtifact(
        artifact == null ? null : artifact(artifact), signer(identity, issuer, key));
  }

  private static ExpectedArtifact.SignedBy signer(
      @Nullable String identity, @Nullable String issuer, @Nullable Path key) {
    if (key != null) {
      if (identity != null || issuer != null) {
        throw CliException.usage("give either an identity with its issuer, or a key, not both");
      }
      return new ExpectedArtifact.SignedBy.Key(key(key));
    }
    if (identity == null || issuer == null) {
      throw CliException.usage(
          "say who must have signed: give an identity with its issuer, or a key");
    }
    return new ExpectedArtifact.SignedBy.Identity(identity, issuer);
  }

  /** A file, or a digest if no file has that name. */
  private static Artifact artifact(String text) {
    Path file;
    try {
      file = Path.of(text);
    } catch (InvalidPathException e) {
      throw CliException.usage(text + ": neither a file nor a digest");
    }
    Optional<Artifact.Digest> digest = Artifact.Digest.parse(text);
    if (digest.isPresent() && !Files.exists(file)) {
      return digest.get();
    }
    try {
      return Artifact.file(file);
    } catch (IOException e) {
      throw CliException.usage(text + ": " + AttestationFile.reason(e));
    }
  }

  private static PublicKey key(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return PublicKeyPem.parse(in.readNBytes(MAX_KEY_BYTES))
          .orElseThrow(() -> CliException.usage(file + ": it has no public key in PEM"));
    } catch (IOException e) {
      throw CliException.usage(file + ": " + AttestationFile.reason(e));
    }
  }
}
