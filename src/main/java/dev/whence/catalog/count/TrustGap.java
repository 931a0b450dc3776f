package dev.whence.catalog.count;

import dev.whence.provenance.MissingTrust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that our side lacks, so that checks of versions are inconclusive.
 *
 * @param id as attestations or the registry name it: written by others
 * @param since when we noticed
 * @param versions how many versions need it, as counted last
 * @param askedAt when trust material was last asked for because of it; absent where it was not
 */
public record TrustGap(
    MissingTrust.Kind kind, String id, Instant since, long versions, @Nullable Instant askedAt) {}
