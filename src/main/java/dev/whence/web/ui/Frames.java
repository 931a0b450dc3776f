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
    boolean generated = Boolean.parseBoolean(settings().get(Setting.GENERATED));
    return new Frame(title, path, null, null, "", generated, assets.paths(), clock.instant());
  }

  /** The frame of a page that tells of a failure, and must not fail for the same reason. */
  public Frame frameForError(String title, String path) {
    try {
      return frame(title, path);
    } catch (RuntimeException noCatalog) {
      @Nullable Read last = read;
      boolean generated =
          last != null && Boolean.parseBoolean(last.settings().get(Setting.GENERATED));
      return new Frame(title, path, null, null, "", generated, assets.paths(), clock.instant());
    }
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
