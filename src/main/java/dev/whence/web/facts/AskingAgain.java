package dev.whence.web.facts;

import dev.whence.catalog.read.VersionSummary;
import dev.whence.web.ui.Frame;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Knows how long we ask the registry again for attestations that are missing or unreadable. */
@Singleton
public final class AskingAgain {

  private final Duration youngFor;

  AskingAgain(AskingConfig config) {
    this.youngFor = config.youngFor();
  }

  /** The versions that are young when this page is made. */
  public Young at(Frame frame) {
    return new Young(frame.now().minus(youngFor));
  }

  /**
   * Says whether a version is young.
   *
   * @param since versions that were published later are young
   */
  public record Young(Instant since) {

    public boolean includes(VersionSummary version) {
      return version.publishedAt() != null && version.publishedAt().isAfter(since);
    }
  }
}
