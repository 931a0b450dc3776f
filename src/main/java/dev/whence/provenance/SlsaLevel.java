package dev.whence.provenance;

/** The SLSA v1.0 Build level that the builder's id and runner prove. */
public enum SlsaLevel {
  /** Signed provenance from a hosted build service. */
  L2("SLSA Build L2", "signed by a hosted build service"),
  /** Signed provenance from an isolated, hardened builder. */
  L3("SLSA Build L3", "signed by an isolated, hardened builder");

  private final String title;
  private final String meaning;

  SlsaLevel(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  /** {@code SLSA Build L2}. */
  public String title() {
    return title;
  }

  /** Its meaning in a few words. */
  public String meaning() {
    return meaning;
  }
}
