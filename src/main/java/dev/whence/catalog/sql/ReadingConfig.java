package dev.whence.catalog.sql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What bounds the questions of pages and API to the catalog. */
@ConfigMapping(prefix = "whence.web")
public interface ReadingConfig {

  /**
   * How long Postgres works on one query of a page or of the API before it ends it, and the request
   * is answered by 503; zero is no limit. Crawls and exports have none.
   */
  @WithDefault("10s")
  Duration queryTimeout();
}
