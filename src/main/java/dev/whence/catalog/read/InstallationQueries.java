package dev.whence.catalog.read;

import dev.whence.catalog.count.FreshnessRepository;
import dev.whence.catalog.count.TrustGapRepository;
import dev.whence.catalog.sql.PageReads;
import dev.whence.catalog.state.FeedRepository;
import dev.whence.catalog.state.JobRepository;
import dev.whence.catalog.state.SettingRepository;
import dev.whence.catalog.state.SilenceRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the state of this installation of Whence. */
@ApplicationScoped
public class InstallationQueries {

  private final SettingRepository settings;
  private final SilenceRepository silence;
  private final FeedRepository feeds;
  private final FreshnessRepository freshness;
  private final JobRepository jobs;
  private final TrustGapRepository gaps;

  InstallationQueries(
      SettingRepository settings,
      SilenceRepository silence,
      FeedRepository feeds,
      FreshnessRepository freshness,
      JobRepository jobs,
      TrustGapRepository gaps) {
    this.settings = settings;
    this.silence = silence;
    this.feeds = feeds;
    this.freshness = freshness;
    this.jobs = jobs;
    this.gaps = gaps;
  }

  /** The whole state, in one transaction: one connection and one commit. */
  public Installation installation() {
    return PageReads.read(
        () ->
            new Installation(
                settings.settings(),
                silence.since().orElse(null),
                feeds.feeds(),
                freshness.freshness(),
                jobs.jobs(),
                gaps.gaps()));
  }
}
