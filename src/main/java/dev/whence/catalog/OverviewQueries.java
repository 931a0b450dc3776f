package dev.whence.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads the catalog's totals and the state of the crawl. */
@ApplicationScoped
public class OverviewQueries {

  public Overview overview(int arrivals) {
    throw new UnsupportedOperationException();
  }

  public CrawlOverview crawl(int offset, int limit) {
    throw new UnsupportedOperationException();
  }

  /** A fact about this installation that {@link CrawlWriter#storeSetting} stored. */
  public Optional<String> setting(String key) {
    throw new UnsupportedOperationException();
  }
}
