package dev.whence.verify;

import dev.whence.provenance.bundle.VerifierId;
import dev.whence.verify.trust.TrustMaterial;

/** The version and policy that decide a verdict, besides the trust material. */
final class VerifierVersion {

  /** Raise it whenever a check changes what it accepts. Then everything is verified again. */
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
