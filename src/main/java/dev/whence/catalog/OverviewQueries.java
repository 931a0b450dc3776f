package dev.whence.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Reads the catalog's totals and the state of the crawl. */
@ApplicationScoped
public class OverviewQueries {

  public Overview overview(int arrivals) {
    throw new UnsupportedOperationException();
  }

  public CrawlOverview crawl(int offset, int limit) {
    throw new UnsupportedOperationException();
  }

  /** The facts about this installation that {@link CrawlWriter#storeSetting} recorded. */
  public Map<Setting, String> settings() {
    throw new UnsupportedOperationException();
  }
}
