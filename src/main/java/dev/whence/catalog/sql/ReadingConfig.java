package dev.whence.catalog.sql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits for the queries of pages and API. */
@ConfigMapping(prefix = "whence.web")
public interface ReadingConfig {

  /**
   * The longest time for one query of a page or of the API. After it, Postgres stops the query, and
   * the answer is 503. Zero is no limit. Crawls and exports have no limit.
   */
  @WithDefault("10s")
  Duration queryTimeout();
}
