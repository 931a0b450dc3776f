package dev.whence.catalog.state;

import dev.whence.catalog.Setting;
import dev.whence.catalog.write.CrawlWriter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of setting, which {@link CrawlWriter} writes. */
@Entity
@Immutable
@Table(name = "setting")
public class StoredSetting {

  @Id
  @Enumerated(EnumType.STRING)
  @Column(name = "name")
  public Setting name;

  @Column(name = "value")
  public String value;
}
