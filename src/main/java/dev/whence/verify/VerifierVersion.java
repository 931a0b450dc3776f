package dev.whence.verify;

import dev.whence.provenance.bundle.VerifierId;
import dev.whence.verify.trust.TrustMaterial;

/** What, besides the trust material, decides a verdict. */
final class VerifierVersion {

  /** Grows whenever a check changes what it accepts; everything is verified again then. */
  static final int POLICY = 4;

  private VerifierVersion() {}

  static VerifierId with(TrustMaterial trust) {
    return new VerifierId(version(), POLICY, trust.description().digest());
  }

  private static String version() {
    String version = VerifierVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
