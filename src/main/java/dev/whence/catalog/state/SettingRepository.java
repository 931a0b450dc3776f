package dev.whence.catalog.state;

import dev.whence.catalog.Setting;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds settings. */
@ApplicationScoped
public class SettingRepository implements PanacheRepositoryBase<StoredSetting, Setting> {}
