package dev.whence.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/** Streams whole data sets through a cursor, in a fixed order, from one snapshot. */
@ApplicationScoped
public class DatasetQueries {

  /** Every attestation by package name, version in semver order, ordinal. Gives the row count. */
  public long attestations(Consumer<AttestationRow> rows) {
    throw new UnsupportedOperationException();
  }
}
