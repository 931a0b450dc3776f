package dev.whence.verify.trust;

import dev.sigstore.json.JsonParseException;
import dev.sigstore.tuf.FileSystemTufStore;
import dev.sigstore.tuf.MetaFetcher;
import dev.sigstore.tuf.RootProvider;
import dev.sigstore.tuf.SigstoreTufClient;
import dev.sigstore.tuf.TrustedMetaStore;
import dev.sigstore.tuf.Updater;
import dev.sigstore.tuf.model.TufMeta;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sigstore's TUF repository, read with sigstore-java's client. Trust begins with the TUF root in
 * the library, and follows its signed successors.
 */
final class TufRepository {

  private static final String TRUSTED_ROOT = "trusted_root.json";
  private static final String NPM_DELEGATION = "registry.npmjs.org";
  private static final String NPM_KEYS = "registry.npmjs.org/keys.json";

  private final URI mirror;
  private final RootProvider root;
  private final boolean hasNpmKeys;
  private final Clock clock;

  TufRepository(URI mirror, Clock clock) {
    this(mirror, RootProvider.fromResource(SigstoreTufClient.PUBLIC_GOOD_ROOT_RESOURCE), clock);
  }

  TufRepository(URI mirror, RootProvider root, Clock clock) {
    this(mirror, root, true, clock);
  }

  private TufRepository(URI mirror, RootProvider root, boolean hasNpmKeys, Clock clock) {
    this.mirror = mirror;
    this.root = root;
    this.hasNpmKeys = hasNpmKeys;
    this.clock = clock;
  }

  /** The repository of Sigstore's staging instance, which has no keys of npm. */
  static TufRepository staging(Clock clock) {
    return new TufRepository(
        URI.create("https://tuf-repo-cdn.sigstage.dev"),
        RootProvider.fromResource(SigstoreTufClient.STAGING_ROOT_RESOURCE),
        false,
        clock);
  }

  /**
   * Updates the metadata and downloads both documents.
   *
   * @param metadata folder with the metadata trusted before, which protects from rollback
   */
  TrustDocuments fetch(Path metadata) throws TrustException {
    try {
      TrustedMetaStore trusted =
          TrustedMetaStore.newTrustedMetaStore(FileSystemTufStore.newFileSystemStore(metadata));
      MetaFetcher metaFetcher = MetaFetcher.newFetcher(new TufFetcher(mirror));
      TufFetcher targetFetcher =
          new TufFetcher(URI.create(new TufFetcher(mirror).getSource() + "/targets"));
      TufTargets targets = new TufTargets();
      Updater updater =
          Updater.builder()
              .setClock(clock)
              .setTrustedRootPath(root)
              .setTrustedMetaStore(trusted)
              .setTargetStore(targets)
              .setMetaFetcher(metaFetcher)
              .setTargetFetcher(targetFetcher)
              .build();
      updater.updateMeta();
      requireCurrent(trusted);
      updater.downloadTarget(TRUSTED_ROOT);
      byte[] npmKeys =
          hasNpmKeys
              ? new TufDelegation(NPM_DELEGATION, trusted, metaFetcher, targetFetcher, clock)
                  .download(NPM_KEYS)
              : TrustDocuments.inJar().npmKeys();
      Instant now = clock.instant();
      return new TrustDocuments(
          targets.readTarget(TRUSTED_ROOT),
          npmKeys,
          TrustOrigin.of("Sigstore's TUF repository"),
          now,
          new TrustConfirmation(now, hasNpmKeys ? now : null));
    } catch (IOException
        | JsonParseException
        | GeneralSecurityException
        | RuntimeException refused) {
      String problem = "the TUF repository " + mirror + " gives no trust material: ";
      throw new TrustException(
          problem + oneLine(refused.toString()), problem + published(refused), refused);
    }
  }

  /**
   * The library checks expiry only for new metadata. A mirror that always serves the same old
   * metadata must be noticed, too.
   */
  private void requireCurrent(TrustedMetaStore trusted) throws IOException, JsonParseException {
    require("timestamp", trusted.getTimestamp().getSignedMeta());
    require("snapshot", trusted.getSnapshot().getSignedMeta());
    require("targets", trusted.getTargets().getSignedMeta());
  }

  private void require(String role, TufMeta metadata) throws IOException {
    Instant expires = metadata.getExpiresAsDate().toInstant();
    if (expires.isBefore(clock.instant())) {
      throw new IOException("its " + role + " expired on " + expires);
    }
  }

  /** The message of a file system's failure is a path of this machine, so pages get its kind. */
  private static String published(Exception refused) {
    @Nullable String message = refused.getMessage();
    return message == null || refused instanceof FileSystemException
        ? refused.getClass().getSimpleName()
        : oneLine(message);
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").strip();
  }
}
