package dev.whence.catalog;

/** A fact about this installation. The crawling process records it, and pages show it. */
public enum Setting {
  /** The registry that is crawled. */
  REGISTRY_URL,
  /** Where the trust material in use came from, for people. */
  TRUST_ORIGIN,
  /** SHA-256 in hex over the trust material in use. */
  TRUST_DIGEST,
  /** When the trust material in use was loaded, ISO 8601. */
  TRUST_LOADED_AT,
  /** When the trust material was last confirmed by its source, ISO 8601. */
  TRUST_REFRESHED_AT,
  /** Why the last refresh of the trust material failed; absent after a success. */
  TRUST_PROBLEM,
  /** The JCA provider that computes signatures. */
  CRYPTO_PROVIDER,
  /** {@code true} if registry and Sigstore are generated. Then every page must say so. */
  GENERATED
}
