package dev.whence.provenance;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that we lack for a check: it is not in our trust material or on our lists. The
 * attestation or the registry names it.
 *
 * @param id a key id, a log's id in hex, an authority's name, an issuer or builder; other people
 *     write it
 * @param judgedAfter the claimed signing time, but no later than when we saw the signed thing. If
 *     the source confirms the trust material after that time and the thing is still missing, the
 *     check fails. Absent if no trust material lists such things, or if no time is known
 */
public record MissingTrust(Kind kind, String id, @Nullable Instant judgedAfter) {

  /** Enough for every real id. */
  private static final int MAX_ID = 300;

  public MissingTrust {
    id = id.length() <= MAX_ID ? id : id.substring(0, MAX_ID);
  }

  /** What kind of thing it is. */
  public enum Kind {
    NPM_KEY("npm key"),
    TRANSPARENCY_LOG("transparency log"),
    CERTIFICATE_LOG("certificate transparency log"),
    CERTIFICATE_AUTHORITY("certificate authority"),
    TIMESTAMP_AUTHORITY("timestamp authority"),
    ISSUER("issuer of identities"),
    BUILDER("builder");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** A few words for people. */
    public String title() {
      return title;
    }

    /** The stable name in JSON: {@code npm-key}. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether trust material lists such things; issuers and builders are on our own lists. */
    public boolean isOfTrustMaterial() {
      return switch (this) {
        case NPM_KEY,
            TRANSPARENCY_LOG,
            CERTIFICATE_LOG,
            CERTIFICATE_AUTHORITY,
            TIMESTAMP_AUTHORITY ->
            true;
        case ISSUER, BUILDER -> false;
      };
    }
  }

  /** The same, if we know that it was signed by this time, whatever time it claims. */
  public MissingTrust signedBy(@Nullable Instant seenAt) {
    return seenAt == null || (judgedAfter != null && judgedAfter.isBefore(seenAt))
        ? this
        : new MissingTrust(kind, id, seenAt);
  }

  /** Time cannot decide about it. */
  public static MissingTrust of(Kind kind, String id) {
    return new MissingTrust(kind, id, null);
  }
}
