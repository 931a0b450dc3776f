package dev.whence.catalog.read;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catalog in numbers, with the latest arrivals.
 *
 * @param packages known
 * @param packagesCrawled packages with stored facts, even if their last crawl failed
 * @param packagesWithProvenance packages of which at least one version has provenance, verified or
 *     not
 * @param packagesVerified with at least one verified version
 * @param versionsWithProvenance versions with provenance, verified or not
 * @param versionsVerified versions with evidence VERIFIED
 * @param versionsRejected versions with evidence REJECTED
 * @param attestations attestations in the last served responses
 * @param verified versions with an attestation of any kind whose latest verdict is VERIFIED; the
 *     next three count in the same way; a version can be in several
 * @param repositories repositories from which something was built; a rejected provenance does not
 *     count
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
