package dev.whence.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;

/** Reads the catalog's totals and the state of the crawl. */
@ApplicationScoped
public class OverviewQueries {

  private final SettingRepository settings;

  OverviewQueries(SettingRepository settings) {
    this.settings = settings;
  }

  public Overview overview(int arrivals) {
    throw new UnsupportedOperationException();
  }

  public CrawlOverview crawl(int offset, int limit) {
    throw new UnsupportedOperationException();
  }

  /** The facts about this installation that {@link CrawlWriter#storeSetting} recorded. */
  @Transactional
  public Map<Setting, String> settings() {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    settings.listAll().forEach(setting -> values.put(setting.name, setting.value));
    return values;
  }
}
