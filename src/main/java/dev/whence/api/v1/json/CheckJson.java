package dev.whence.api.v1.json;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Slug;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One check and its result. */
@Schema(name = "Check", description = "One check and its result.")
record CheckJson(
    @Schema(implementation = CheckKind.class) String check,
    @Schema(description = "What is checked, in a few words.") String title,
    @Schema(implementation = CheckStatus.class) String status,
    @Schema(description = "Why it has this status, in a sentence.") String reason,
    @Schema(
            nullable = true,
            description = "What we lack. Null unless the check is inconclusive for that reason.")
        @Nullable MissingJson missing) {

  /** The thing that our trust material or our lists lack. */
  @Schema(name = "Missing", description = "A key, a log or a builder that we do not know.")
  record MissingJson(
      @Schema(implementation = MissingTrust.Kind.class) String kind,
      @Schema(description = "As the attestation or the registry names it.") String id) {

    static @Nullable MissingJson ofNullable(@Nullable MissingTrust missing) {
      return missing == null ? null : new MissingJson(missing.kind().slug(), missing.id());
    }
  }

  static CheckJson of(Check check) {
    return new CheckJson(
        check.kind().slug(),
        check.kind().title(),
        Slug.of(check.status()),
        check.reason(),
        MissingJson.ofNullable(check.missing()));
  }

  static @Nullable CheckJson ofNullable(@Nullable Check check) {
    return check == null ? null : of(check);
  }
}
