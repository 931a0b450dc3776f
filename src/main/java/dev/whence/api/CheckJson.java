package dev.whence.api;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Slug;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One check and its result. */
@Schema(name = "Check", description = "One check and its result.")
record CheckJson(
    @Schema(implementation = CheckKind.class) String check,
    @Schema(description = "What is checked, in a few words.") String title,
    @Schema(implementation = CheckStatus.class) String status,
    @Schema(description = "Why it has this status, in a sentence.") String reason) {

  static CheckJson of(Check check) {
    return new CheckJson(
        check.kind().slug(), check.kind().title(), Slug.of(check.status()), check.reason());
  }

  static @Nullable CheckJson ofNullable(@Nullable Check check) {
    return check == null ? null : of(check);
  }
}
