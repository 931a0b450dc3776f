package dev.whence.api.v1.paging;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The addresses of a list. */
@Schema(name = "ListLinks", description = "Paths on this server.")
public record ListLinksJson(
    @Schema(description = "The list's first page, here.") String self,
    @Schema(description = "The page of the list. Null if no page shows it.", nullable = true)
        @Nullable String html,
    @Schema(description = "The next page of the list. Null on the last page.", nullable = true)
        @Nullable String next) {}
