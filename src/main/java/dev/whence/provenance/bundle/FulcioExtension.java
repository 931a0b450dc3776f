package dev.whence.provenance.bundle;

import java.util.Arrays;
import java.util.Optional;

/**
 * The extensions 1.3.6.1.4.1.57264.1.N of Fulcio's certificates, after Fulcio's oid-info.md. The
 * first six are raw text and deprecated; certificates of early 2023 have no others.
 */
public enum FulcioExtension {
  ISSUER(1, "issuer", "issuer (old)"),
  WORKFLOW_TRIGGER(2, "github-workflow-trigger", "workflow trigger (old)"),
  WORKFLOW_SHA(3, "github-workflow-sha", "workflow commit (old)"),
  WORKFLOW_NAME(4, "github-workflow-name", "workflow name (old)"),
  WORKFLOW_REPOSITORY(5, "github-workflow-repository", "workflow repository (old)"),
  WORKFLOW_REF(6, "github-workflow-ref", "workflow ref (old)"),
  ISSUER_V2(8, "issuer-v2", "issuer"),
  BUILD_SIGNER_URI(9, "build-signer-uri", "build signer URI"),
  BUILD_SIGNER_DIGEST(10, "build-signer-digest", "build signer digest"),
  RUNNER_ENVIRONMENT(11, "runner-environment", "runner environment"),
  SOURCE_REPOSITORY_URI(12, "source-repository-uri", "source repository"),
  SOURCE_REPOSITORY_DIGEST(13, "source-repository-digest", "source digest"),
  SOURCE_REPOSITORY_REF(14, "source-repository-ref", "source ref"),
  SOURCE_REPOSITORY_ID(15, "source-repository-identifier", "source repository id"),
  SOURCE_OWNER_URI(16, "source-repository-owner-uri", "source owner"),
  SOURCE_OWNER_ID(17, "source-repository-owner-identifier", "source owner id"),
  BUILD_CONFIG_URI(18, "build-config-uri", "build config"),
  BUILD_CONFIG_DIGEST(19, "build-config-digest", "build config digest"),
  BUILD_TRIGGER(20, "build-trigger", "build trigger"),
  RUN_INVOCATION_URI(21, "run-invocation-uri", "run"),
  VISIBILITY(22, "source-repository-visibility-at-signing", "visibility when signed"),
  DEPLOYMENT_ENVIRONMENT(23, "deployment-environment", "deployment environment"),
  TOKEN_SUBJECT(24, "token-subject", "token subject");

  private static final String ARC = "1.3.6.1.4.1.57264.1.";

  private final int number;
  private final String slug;
  private final String title;

  FulcioExtension(int number, String slug, String title) {
    this.number = number;
    this.slug = slug;
    this.title = title;
  }

  /** The one with this number; empty for one that is not known here. */
  public static Optional<FulcioExtension> of(int number) {
    return Arrays.stream(values()).filter(extension -> extension.number == number).findFirst();
  }

  /** The object identifier of a number, known or not. */
  public static String oid(int number) {
    return ARC + number;
  }

  /** The last number of the object identifier. */
  public int number() {
    return number;
  }

  /** Its name in Fulcio's documentation, for JSON. */
  public String slug() {
    return slug;
  }

  /** A few words for people. */
  public String title() {
    return title;
  }
}
