package dev.whence.web.ui;

import dev.whence.catalog.OverviewQueries;
import dev.whence.catalog.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the frames of pages. */
@ApplicationScoped
public class Frames {

  /** Settings change when a process starts; a page may tell of it this much later. */
  private static final Duration SETTINGS_AGE = Duration.ofSeconds(30);

  /** Sigstore's repository signs anew every few days; after this, somebody should look. */
  private static final Duration TRUST_AGE = Duration.ofDays(14);

  private final OverviewQueries overview;
  private final Assets assets;
  private final Clock clock;
  private volatile @Nullable Read read;

  private record Read(Map<Setting, String> settings, Instant at) {}

  Frames(OverviewQueries overview, Assets assets, Clock clock) {
    this.overview = overview;
    this.assets = assets;
    this.clock = clock;
  }

  /** The frame of a page with this title at this path. */
  public Frame frame(String title, String path) {
    return frame(title, path, settings());
  }

  /** The frame of a page that tells of a failure, and must not fail for the same reason. */
  public Frame frameForError(String title, String path) {
    try {
      return frame(title, path);
    } catch (RuntimeException noCatalog) {
      @Nullable Read last = read;
      return frame(title, path, last == null ? Map.of() : last.settings());
    }
  }

  private Frame frame(String title, String path, Map<Setting, String> settings) {
    Instant now = clock.instant();
    boolean generated = Boolean.parseBoolean(settings.get(Setting.GENERATED));
    @Nullable When oldTrust = generated ? null : oldTrust(settings, now);
    return new Frame(title, path, null, null, "", generated, assets.paths(), oldTrust, now);
  }

  /** Material without a time in the catalog is younger than the first crawl. */
  private static @Nullable When oldTrust(Map<Setting, String> settings, Instant now) {
    @Nullable When confirmed = When.ofIso(settings.get(Setting.TRUST_REFRESHED_AT), now);
    return confirmed != null && Instant.parse(confirmed.iso()).plus(TRUST_AGE).isBefore(now)
        ? confirmed
        : null;
  }

  /** The facts about this installation, at the most half a minute old. */
  public Map<Setting, String> settings() {
    Instant now = clock.instant();
    @Nullable Read last = read;
    if (last == null || last.at().plus(SETTINGS_AGE).isBefore(now) || last.at().isAfter(now)) {
      last = new Read(overview.settings(), now);
      read = last;
    }
    return last.settings();
  }
}
