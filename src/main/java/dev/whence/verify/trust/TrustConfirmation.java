package dev.whence.verify.trust;

import dev.whence.provenance.MissingTrust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When Sigstore's TUF repository, the source of trust material, last confirmed it. Files that an
 * operator names and the copy in the jar may be incomplete today: both are never confirmed.
 *
 * @param trustedRoot for logs and authorities; absent for never
 * @param npmKeys for npm's keys; absent for never
 */
public record TrustConfirmation(@Nullable Instant trustedRoot, @Nullable Instant npmKeys) {

  /** Material without any confirmation. */
  public static final TrustConfirmation NEVER = new TrustConfirmation(null, null);

  /** Both documents at one time, after one refresh. */
  public static TrustConfirmation both(Instant time) {
    return new TrustConfirmation(time, time);
  }

  /** When the document that lists such things was confirmed; absent if no document lists them. */
  public @Nullable Instant of(MissingTrust.Kind kind) {
    return switch (kind) {
      case NPM_KEY -> npmKeys;
      case TRANSPARENCY_LOG, CERTIFICATE_LOG, CERTIFICATE_AUTHORITY, TIMESTAMP_AUTHORITY ->
          trustedRoot;
      case ISSUER, BUILDER -> null;
    };
  }
}
