package dev.whence.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds settings. */
@ApplicationScoped
class SettingRepository implements PanacheRepositoryBase<StoredSetting, Setting> {}
