package dev.whence.catalog.read;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The number of a package: two columns of package, which crawls write. */
@Entity
@Immutable
@Table(name = "package")
public class StoredPackage {

  @Id
  @Column(name = "id")
  public long id;

  @Column(name = "name")
  public String name;
}
