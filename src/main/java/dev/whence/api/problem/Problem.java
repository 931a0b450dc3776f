package dev.whence.api.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The reason why a request was not answered, in the form of RFC 9457. */
@Schema(name = "Problem", description = "Why a request was not answered (RFC 9457).")
public record Problem(
    @Schema(
            description = "The kind of problem; these names are stable.",
            examples = "urn:whence:problem:unknown-package")
        String type,
    @Schema(description = "The kind of problem in a few words.") String title,
    @Schema(description = "The HTTP status.") int status,
    @Schema(description = "What is wrong with this request, and what would be right.")
        String detail,
    @Schema(description = "The path that was asked for.") String instance) {

  public static final String MEDIA_TYPE = "application/problem+json";
}
