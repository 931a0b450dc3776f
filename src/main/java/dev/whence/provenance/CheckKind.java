package dev.whence.provenance;

/** The twelve checks that every attestation gets, in the order in which people read them. */
public enum CheckKind {
  FORMAT("Well-formed bundle and statement"),
  CERTIFICATE_CHAIN("Certificate chains to a trusted CA"),
  CERTIFICATE_TRANSPARENCY("Certificate was logged (SCT)"),
  TRANSPARENCY_LOG("Transparency log confirms the entry"),
  LOG_ENTRY("Log entry is about this bundle"),
  SIGNING_TIME("Signed while the certificate or key was valid"),
  SIGNATURE("Signature over the statement"),
  SUBJECT("Subject is this package version and file"),
  IDENTITY("Claims equal the certificate's identity"),
  BUILDER("Known builder on a hosted runner"),
  PUBLISH("npm's publish attestation agrees"),
  REGISTRY_SIGNATURE("Registry signature");

  private final String title;

  CheckKind(String title) {
    this.title = title;
  }

  /** A line for people. */
  public String title() {
    return title;
  }

  /** The stable name in JSON, data sets and URLs: {@code certificate-chain}. */
  public String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
