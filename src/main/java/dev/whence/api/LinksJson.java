package dev.whence.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a thing is described. */
@Schema(name = "Links", description = "Where this is described, as paths on this server.")
record LinksJson(
    @Schema(description = "Here, as JSON.") String self,
    @Schema(description = "The page for people.") String html) {}
