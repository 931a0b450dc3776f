package dev.whence.catalog.count;

import dev.whence.provenance.MissingTrust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thing that our trust material or our lists lack, so that checks of versions are inconclusive.
 *
 * @param id its id in attestations or at the registry: others wrote it
 * @param since when we noticed
 * @param versions the number of versions that need it, at the last count
 * @param askedAt when we last asked for newer trust material because of it; absent if never
 */
public record TrustGap(
    MissingTrust.Kind kind, String id, Instant since, long versions, @Nullable Instant askedAt) {}
