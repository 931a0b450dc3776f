package dev.whence.catalog;

import dev.whence.catalog.read.PackageEvent;
import dev.whence.testing.Crawls;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Events as tests expect them; noticed by the second crawl unless they say when. */
final class Events {

  static final Instant LATER = Crawls.FIRST.plus(Duration.ofHours(6));

  private Events() {}

  static PackageEvent ofTag(
      EventKind kind, String tag, @Nullable String before, @Nullable String after) {
    return ofTag(kind, tag, before, after, LATER);
  }

  static PackageEvent ofTag(
      EventKind kind, String tag, @Nullable String before, @Nullable String after, Instant at) {
    return new PackageEvent(kind, null, tag, before, after, at, null);
  }

  static PackageEvent ofVersion(
      EventKind kind, String version, @Nullable String before, @Nullable String after) {
    return ofVersion(kind, version, before, after, LATER);
  }

  static PackageEvent ofVersion(
      EventKind kind, String version, @Nullable String before, @Nullable String after, Instant at) {
    return new PackageEvent(kind, version, null, before, after, at, null);
  }

  static PackageEvent ofPackage(
      EventKind kind, @Nullable String after, Instant noticed, @Nullable Instant happened) {
    return new PackageEvent(kind, null, null, null, after, noticed, happened);
  }
}
