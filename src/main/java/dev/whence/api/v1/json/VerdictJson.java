package dev.whence.api.v1.json;

import dev.whence.catalog.read.RecordedVerdict;
import dev.whence.provenance.Slug;
import dev.whence.provenance.Verdict;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One verdict on an attestation. */
@Schema(name = "Verdict", description = "One verdict on an attestation, with what it depended on.")
record VerdictJson(
    @Schema(
            implementation = Verdict.Outcome.class,
            description =
                "verified: every check that applies passed. It says where a package came"
                    + " from, not that it is safe. inconclusive: no check failed, but at least"
                    + " one is inconclusive.")
        String outcome,
    @Schema(description = "The SLSA Build level. Null unless verified.", nullable = true)
        @Nullable Integer slsaBuildLevel,
    @Schema(description = "All twelve, in the order in which people read them.")
        List<CheckJson> checks,
    Instant verifiedAt,
    VerifierJson verifier) {

  /** The verifier and the keys of a verdict. */
  @Schema(name = "Verifier", description = "What a verdict depended on.")
  record VerifierJson(
      @Schema(description = "The version of Whence.") String version,
      @Schema(description = "The verification policy; it grows whenever a check changes.")
          int policy,
      @Schema(description = "SHA-256, hex, over the trusted root and npm's keys that were used.")
          String trustDigest) {}

  static VerdictJson of(RecordedVerdict recorded) {
    return new VerdictJson(
        Slug.of(recorded.verdict().outcome()),
        VersionItemJson.number(recorded.verdict().level()),
        recorded.verdict().checks().stream().map(CheckJson::of).toList(),
        recorded.verifiedAt(),
        new VerifierJson(
            recorded.verifier().version(),
            recorded.verifier().policy(),
            recorded.verifier().trustDigest()));
  }
}
