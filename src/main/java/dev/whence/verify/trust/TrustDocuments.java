package dev.whence.verify.trust;

import dev.whence.verify.crypto.Crypto;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Trust material as it was written: both documents, with their origin.
 *
 * @param trustedRoot Sigstore's trusted_root.json
 * @param npmKeys keys.json, of the registry or of TUF
 * @param origin in words
 * @param confirmedAt when they were last read from their origin; absent for the copy in the jar
 * @param confirmed when Sigstore's TUF repository last confirmed them
 */
public record TrustDocuments(
    byte[] trustedRoot,
    byte[] npmKeys,
    TrustOrigin origin,
    @Nullable Instant confirmedAt,
    TrustConfirmation confirmed) {

  /** Both real documents are below 10 KB. */
  private static final int MAX_BYTES = 1_000_000;

  /** The copy in the jar (docs/trust.md says which). */
  public static TrustDocuments inJar() {
    return new TrustDocuments(
        resource("trusted_root.json"),
        resource("npm_keys.json"),
        TrustOrigin.of("the copy that came along"),
        null,
        TrustConfirmation.NEVER);
  }

  private static byte[] resource(String name) {
    try (@Nullable InputStream in = TrustDocuments.class.getResourceAsStream("/trust/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks trust/" + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's bytes, bounded. */
  static byte[] read(Path file) throws TrustException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      requireBounded(TrustOrigin.name(file), bytes);
      return bytes;
    } catch (IOException e) {
      throw new TrustException(
          "cannot read " + file + ": " + e,
          "cannot read " + TrustOrigin.name(file) + ": " + kind(e),
          e);
    }
  }

  /** The kind of failure, without the path in its message. */
  static String kind(IOException failure) {
    return failure.getClass().getSimpleName();
  }

  static void requireBounded(String file, byte[] content) throws TrustException {
    if (content.length > MAX_BYTES) {
      throw new TrustException(file + " is larger than " + MAX_BYTES + " bytes");
    }
  }

  /** The same with another trusted root. */
  TrustDocuments withTrustedRoot(byte[] bytes, TrustOrigin from, Instant now) {
    return new TrustDocuments(
        bytes,
        npmKeys,
        TrustOrigin.of(from, origin),
        now,
        new TrustConfirmation(null, confirmed.npmKeys()));
  }

  /** The same with other npm keys. */
  TrustDocuments withNpmKeys(byte[] bytes, TrustOrigin from, Instant now) {
    return new TrustDocuments(
        trustedRoot,
        bytes,
        TrustOrigin.of(origin, from),
        now,
        new TrustConfirmation(confirmed.trustedRoot(), null));
  }

  /** The same, if the repository does not list npm's keys. */
  TrustDocuments withUnconfirmedNpmKeys() {
    return new TrustDocuments(
        trustedRoot,
        npmKeys,
        origin,
        confirmedAt,
        new TrustConfirmation(confirmed.trustedRoot(), null));
  }

  /** SHA-256 over both, hex. Verdicts record it. */
  String digest() {
    return HexFormat.of().formatHex(Crypto.sha256(trustedRoot, npmKeys));
  }

  public TrustMaterial parse(Instant now) throws TrustException {
    return TrustMaterial.parse(trustedRoot, npmKeys, origin, now, confirmed);
  }
}
