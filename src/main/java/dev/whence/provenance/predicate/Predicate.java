package dev.whence.provenance.predicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.provenance.MalformedException;
import dev.whence.provenance.StrictJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The claims of an attestation's predicate, as written; nothing here is checked. */
public sealed interface Predicate {

  String SLSA_V0_2 = "https://slsa.dev/provenance/v0.2";
  String SLSA_V1 = "https://slsa.dev/provenance/v1";
  String NPM_PUBLISH = "https://github.com/npm/attestation/tree/main/specs/publish/v0.1";

  /**
   * SLSA provenance, v0.2 or v1, in the same form.
   *
   * @param sourceUri {@code git+https://…} with or without {@code @ref}
   * @param commit of the source
   * @param workflowPath as written: path, or {@code owner/repo/path@ref}
   * @param runUrl the invocation id if it is a URL
   * @param dependencies how many materials or resolved dependencies it lists
   * @param repeated facts that the predicate repeats in other places
   */
  record Slsa(
      @Nullable String buildType,
      @Nullable String builderId,
      @Nullable String sourceUri,
      @Nullable String ref,
      @Nullable String commit,
      @Nullable String workflowPath,
      @Nullable String workflowRef,
      @Nullable String trigger,
      @Nullable String repositoryId,
      @Nullable String ownerId,
      @Nullable String invocationId,
      @Nullable String runUrl,
      int dependencies,
      List<Repeated> repeated)
      implements Predicate {
    public Slsa {
      repeated = List.copyOf(repeated);
    }
  }

  /** A fact that a predicate repeats; every place must say the same. */
  record Repeated(Fact fact, String value) {}

  /** Which fact is repeated. */
  enum Fact {
    REPOSITORY,
    COMMIT,
    REF,
    /** A ref without {@code refs/heads/} or {@code refs/tags/}. */
    REF_NAME,
    /** The build definition's path, with or without repository and ref. */
    WORKFLOW,
    WORKFLOW_COMMIT,
    RUNNER,
    /** A whole invocation id, as a part of the run's URL: {@code runs/1/attempts/1}. */
    RUN,
    /** A part of the run's URL: {@code attempts/1}. */
    RUN_PART,
    RUN_URL
  }

  /** npm's publish attestation. */
  record Publish(@Nullable String name, @Nullable String version, @Nullable String registry)
      implements Predicate {}

  /** A predicate that we do not interpret. */
  record Unknown() implements Predicate {}

  /** Reads a statement's predicate by its signed predicate type. */
  static Predicate of(String predicateType, JsonNode statement) throws MalformedException {
    return switch (predicateType) {
      case SLSA_V0_2 -> SlsaV02.read(StrictJson.requiredObject(statement, "predicate"));
      case SLSA_V1 -> SlsaV1.read(StrictJson.requiredObject(statement, "predicate"));
      case NPM_PUBLISH -> publish(StrictJson.requiredObject(statement, "predicate"));
      default -> new Unknown();
    };
  }

  private static Publish publish(JsonNode node) throws MalformedException {
    return new Publish(
        StrictJson.text(node, "name"),
        StrictJson.text(node, "version"),
        StrictJson.text(node, "registry"));
  }
}
