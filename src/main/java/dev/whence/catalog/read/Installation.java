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
 * How this installation of Whence stands.
 *
 * @param silentSince when we noticed that the registry passes nothing signed on; absent where it
 *     does, or nobody knows yet
 * @param feeds how far each changes feed was read
 * @param gaps what our side lacks, what most versions need first
 */
public record Installation(
    Map<Setting, String> settings,
    @Nullable Instant silentSince,
    List<FeedStore.State> feeds,
    List<Freshness> freshness,
    List<JobRecord> jobs,
    List<TrustGap> gaps) {}
