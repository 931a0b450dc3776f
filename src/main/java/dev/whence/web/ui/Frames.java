package dev.whence.web.ui;

import dev.whence.catalog.Setting;
import dev.whence.catalog.state.SettingRepository;
import dev.whence.catalog.state.SilenceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the frames of pages. */
@ApplicationScoped
public class Frames {

  /** Settings change when a process starts. Pages may show the old ones for this time. */
  private static final Duration SETTINGS_AGE = Duration.ofSeconds(30);

  /** Sigstore's repository signs anew every few days; after this, somebody should look. */
  private static final Duration TRUST_AGE = Duration.ofDays(14);

  private final SettingRepository settings;
  private final SilenceRepository silence;
  private final Assets assets;
  private final Clock clock;
  private volatile @Nullable Read read;

  private record Read(Map<Setting, String> settings, @Nullable Instant silentSince, Instant at) {}

  Frames(SettingRepository settings, SilenceRepository silence, Assets assets, Clock clock) {
    this.settings = settings;
    this.silence = silence;
    this.assets = assets;
    this.clock = clock;
  }

  /** The frame of a page with this title at this path. */
  public Frame frame(String title, String path) {
    return frame(title, path, read());
  }

  /** The frame of an error page, which must not fail for the same reason. */
  public Frame frameForError(String title, String path) {
    try {
      return frame(title, path);
    } catch (RuntimeException noCatalog) {
      return frameAtOnce(title, path);
    }
  }

  /** The frame of a page that waits for nothing: it uses the facts of the last read. */
  public Frame frameAtOnce(String title, String path) {
    @Nullable Read last = read;
    return frame(title, path, last == null ? new Read(Map.of(), null, Instant.MIN) : last);
  }

  private Frame frame(String title, String path, Read facts) {
    Instant now = clock.instant();
    boolean generated = Boolean.parseBoolean(facts.settings().get(Setting.GENERATED));
    @Nullable When oldTrust = generated ? null : oldTrust(facts.settings(), now);
    InstallationNotices notices = new InstallationNotices(generated, facts.silentSince(), oldTrust);
    return new Frame(title, path, null, null, "", notices, assets.paths(), now);
  }

  /** Null if the material is not old, or if no process has recorded its time yet. */
  private static @Nullable When oldTrust(Map<Setting, String> settings, Instant now) {
    @Nullable When confirmed = When.ofIso(settings.get(Setting.TRUST_REFRESHED_AT), now);
    return confirmed != null && Instant.parse(confirmed.iso()).plus(TRUST_AGE).isBefore(now)
        ? confirmed
        : null;
  }

  /** The facts about this installation, at most half a minute old. */
  public Map<Setting, String> settings() {
    return read().settings();
  }

  private Read read() {
    Instant now = clock.instant();
    @Nullable Read last = read;
    if (last == null || last.at().plus(SETTINGS_AGE).isBefore(now) || last.at().isAfter(now)) {
      last = new Read(settings.settings(), silence.since().orElse(null), now);
      read = last;
    }
    return last;
  }
}
