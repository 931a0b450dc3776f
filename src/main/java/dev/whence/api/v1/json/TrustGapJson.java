package dev.whence.api.v1.json;

import dev.whence.catalog.count.TrustGap;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that our trust material or our lists lack. */
@Schema(
    name = "TrustGap",
    description = "Something that we lack. Checks that need it are inconclusive.")
record TrustGapJson(
    @Schema(
            description =
                "npm-key, transparency-log, certificate-log, certificate-authority,"
                    + " timestamp-authority, issuer or builder.")
        String kind,
    @Schema(
            description =
                "The name that attestations or the registry give it. It is somebody else's text.")
        String id,
    @Schema(description = "When we noticed.") Instant since,
    @Schema(description = "How many versions need it, at the last count.") long versions,
    @Schema(
            description = "When we last asked for new keys because of it. Null if never.",
            nullable = true)
        @Nullable Instant askedAt) {

  static TrustGapJson of(TrustGap gap) {
    return new TrustGapJson(
        gap.kind().slug(), gap.id(), gap.since(), gap.versions(), gap.askedAt());
  }
}
