package dev.whence.api.v1.paging;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of a list. */
public record ListJson<T>(
    @Schema(description = "This page's items.") List<T> items,
    @Schema(description = "How many items the whole list has.") long total,
    @Schema(description = "The pageToken of the next page. Null on the last page.", nullable = true)
        @Nullable String nextPageToken,
    ListLinksJson links) {}
