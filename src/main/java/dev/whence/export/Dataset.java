package dev.whence.export;

import java.util.Arrays;
import java.util.Optional;

/** What can be exported. */
public enum Dataset {
  ATTESTATIONS("attestations", "One row an attestation, with what it states and its verdict."),
  ADOPTION_DAILY(
      "adoption_daily", "One row a day of publishing and kind of evidence, with counts.");

  private final String title;
  private final String description;

  Dataset(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** The data set of that name, if there is one. */
  public static Optional<Dataset> named(String name) {
    return Arrays.stream(values()).filter(dataset -> dataset.title.equals(name)).findFirst();
  }

  /** Its name on the command line and in file names. */
  public String title() {
    return title;
  }

  String description() {
    return description;
  }
}
