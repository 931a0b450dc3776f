package dev.whence.demo.sigstore;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The shapes in which npm has served provenance over the years. */
public enum Shape {
  /**
   * npm CLI's beta of early 2023: signed entry timestamp only, a certificate with six extensions.
   */
  NPM_CLI_BETA(BundleFormat.V0_1, Entry.INTOTO),
  /** npm CLI in 2023: signed entry timestamp only. */
  NPM_CLI_V02(BundleFormat.V0_1, Entry.INTOTO),
  /** npm CLI in 2024. */
  NPM_CLI_V1(BundleFormat.V0_2, Entry.INTOTO),
  /** npm CLI since 2025. */
  NPM_CLI_V1_DSSE(BundleFormat.V0_3, Entry.DSSE),
  /** npm CLI with Rekor v2: no integrated time, an RFC 3161 timestamp instead. */
  NPM_CLI_V1_REKOR_V2(BundleFormat.V0_3, Entry.HASHEDREKORD_V2),
  /** npm CLI on GitLab CI. */
  NPM_CLI_GITLAB(BundleFormat.V0_2, Entry.INTOTO),
  /** The SLSA3 Node.js builder, signed by its delegator. */
  SLSA3_NODE(BundleFormat.V0_1, Entry.INTOTO);

  /** The kinds of log entry. */
  enum Entry {
    INTOTO,
    DSSE,
    HASHEDREKORD_V2
  }

  /** Where the SLSA3 builder signs: SLSA's own reusable workflow at a release. */
  public static final String SLSA3_DELEGATOR =
      Predicates.SLSA_GENERATOR
          + "delegator_lowperms-generic_slsa3.yml@refs/tags/"
          + Predicates.SLSA_GENERATOR_VERSION;

  private final BundleFormat format;
  private final Entry entry;

  Shape(BundleFormat format, Entry entry) {
    this.format = format;
    this.entry = entry;
  }

  BundleFormat format() {
    return format;
  }

  WrittenLogBody logBody(Envelope envelope, SignatureMaterial material) {
    return switch (entry) {
      case INTOTO -> WrittenLogBody.intoto(envelope, material);
      case DSSE -> WrittenLogBody.dsse(envelope, material);
      case HASHEDREKORD_V2 -> WrittenLogBody.hashedRekordV2(envelope, material);
    };
  }

  boolean hasTimestamp() {
    return entry == Entry.HASHEDREKORD_V2;
  }

  boolean isEarly() {
    return this == NPM_CLI_BETA;
  }

  /** The signed predicate type. */
  public String predicateType() {
    return isV1() ? "https://slsa.dev/provenance/v1" : "https://slsa.dev/provenance/v0.2";
  }

  boolean isV1() {
    return this == NPM_CLI_V1 || this == NPM_CLI_V1_DSSE || this == NPM_CLI_V1_REKOR_V2;
  }

  ObjectNode predicate(CiRun run) {
    return switch (this) {
      case NPM_CLI_BETA -> Predicates.npmCliBeta(run);
      case NPM_CLI_V02 -> Predicates.npmCliV02(run);
      case NPM_CLI_V1, NPM_CLI_V1_DSSE, NPM_CLI_V1_REKOR_V2 -> Predicates.npmCliV1(run);
      case NPM_CLI_GITLAB -> Predicates.gitlab(run);
      case SLSA3_NODE -> Predicates.slsa3(run);
    };
  }
}
