package dev.whence.catalog.read;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catalog in numbers, with the latest arrivals.
 *
 * @param packages known
 * @param packagesCrawled whose facts are stored, however their last crawl ended
 * @param packagesWithProvenance with a provenance of some version, whatever it is worth
 * @param packagesVerified with at least one verified version
 * @param versionsWithProvenance with a provenance, whatever it is worth
 * @param versionsVerified whose evidence is VERIFIED
 * @param versionsRejected whose evidence is REJECTED
 * @param attestations in the responses that were served last
 * @param verified versions with an attestation of any kind whose latest verdict is VERIFIED; so
 *     with the next three, and a version may be in several
 * @param repositories that something was built from; what is rejected is not counted as built
 * @param lastCrawlAt when a crawl last succeeded
 * @param arrivals versions with provenance, newest publish time first
 */
public record Overview(
    long packages,
    long packagesCrawled,
    long packagesWithProvenance,
    long packagesVerified,
    long versions,
    long versionsWithProvenance,
    long versionsVerified,
    long versionsRejected,
    long attestations,
    long verified,
    long rejected,
    long inconclusive,
    long unreadable,
    long repositories,
    long workflows,
    long registrySignaturesVerified,
    long registrySignaturesFailed,
    @Nullable Instant lastCrawlAt,
    List<ListedVersion> arrivals) {}
