package dev.whence.api.v1.json;

import dev.whence.catalog.read.RepositorySummary;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A repository in a list. */
@Schema(name = "RepositoryItem", description = "A repository in a list.")
public record RepositoryItemJson(
    RepositoryRefJson repository,
    @Schema(description = "Packages built from it.") long packages,
    @Schema(description = "Versions built from it.") long versions,
    @Schema(description = "Workflows that built them.") long workflows,
    @Schema(description = "Publish time of the last version.", nullable = true)
        @Nullable Instant lastBuiltAt) {

  public static RepositoryItemJson of(RepositorySummary summary) {
    return new RepositoryItemJson(
        RepositoryRefJson.of(summary.repository()),
        summary.packages(),
        summary.versions(),
        summary.workflows(),
        summary.lastBuiltAt());
  }
}
