package dev.whence.api.v1.paging;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a list is. */
@Schema(name = "ListLinks", description = "Where a list is, as paths on this server.")
public record ListLinksJson(
    @Schema(description = "The list's first page, here.") String self,
    @Schema(description = "The list for people; null where no page shows it.", nullable = true)
        @Nullable String html,
    @Schema(description = "The next page of the list; null on the last.", nullable = true)
        @Nullable String next) {}
