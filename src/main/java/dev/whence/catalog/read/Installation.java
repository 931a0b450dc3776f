package dev.whence.catalog.read;

import dev.whence.catalog.Setting;
import dev.whence.catalog.count.Freshness;
import dev.whence.catalog.count.TrustGap;
import dev.whence.catalog.state.FeedStore;
import dev.whence.catalog.state.JobRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of this installation of Whence.
 *
 * @param silentSince when we noticed that the registry passes nothing signed on; absent if it does,
 *     or if we do not know yet
 * @param feeds the progress in each changes feed
 * @param gaps the things that our trust material or our lists lack, the most needed first
 */
public record Installation(
    Map<Setting, String> settings,
    @Nullable Instant silentSince,
    List<FeedStore.State> feeds,
    List<Freshness> freshness,
    List<JobRecord> jobs,
    List<TrustGap> gaps) {}
