package dev.whence.catalog.state;

import dev.whence.catalog.Setting;
import dev.whence.catalog.sql.PageReads;
import dev.whence.catalog.write.CrawlWriter;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads settings. */
@ApplicationScoped
public class SettingRepository implements PanacheRepositoryBase<StoredSetting, Setting> {

  private record Value(Setting name, String value) {}

  /**
   * The facts about this installation that {@link CrawlWriter#storeSetting} recorded; only those
   * that this version of Whence knows.
   */
  public Map<Setting, String> settings() {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    PageReads.read(
            () ->
                find("name IN :names", Parameters.with("names", List.of(Setting.values())))
                    .project(Value.class)
                    .list())
        .forEach(setting -> settings.put(setting.name(), setting.value()));
    return settings;
  }
}
