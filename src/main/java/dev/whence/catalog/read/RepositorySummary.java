package dev.whence.catalog.read;

import dev.whence.provenance.SourceRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A repository in a list. */
public record RepositorySummary(
    SourceRepository repository,
    long packages,
    long versions,
    long workflows,
    @Nullable Instant lastBuiltAt) {}
