package dev.whence.catalog;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The setting by which the crawl asks again, and by which pages say whether it does. */
public interface YoungConfig {

  /**
   * How long after its publication a version is asked for again, at each crawl, when its advertised
   * attestations are not served or unreadable. Registries repair that soon, or never.
   */
  @WithDefault("7d")
  Duration youngFor();
}
