package dev.whence.verify.trust;

import dev.whence.provenance.Missing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the source of trust material, Sigstore's TUF repository, last said that it is so. Files that
 * an operator names are nobody's word on what there is today, nor is the copy in the jar: both are
 * never confirmed.
 *
 * @param trustedRoot for logs and authorities; absent for never
 * @param npmKeys for npm's keys; absent for never
 */
public record Confirmed(@Nullable Instant trustedRoot, @Nullable Instant npmKeys) {

  /** What nobody was asked for. */
  public static final Confirmed NEVER = new Confirmed(null, null);

  /** Both documents at one time, as one refresh brings them. */
  public static Confirmed both(Instant time) {
    return new Confirmed(time, time);
  }

  /** When the document was confirmed that would list such a thing; absent where none would. */
  public @Nullable Instant of(Missing.Kind kind) {
    return switch (kind) {
      case NPM_KEY -> npmKeys;
      case TRANSPARENCY_LOG, CERTIFICATE_LOG, CERTIFICATE_AUTHORITY, TIMESTAMP_AUTHORITY ->
          trustedRoot;
      case ISSUER, BUILDER -> null;
    };
  }
}
