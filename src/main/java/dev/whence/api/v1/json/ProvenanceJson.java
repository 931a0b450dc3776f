package dev.whence.api.v1.json;

import dev.whence.provenance.Builder;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.Slug;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Workflow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A normalised provenance. */
@Schema(
    name = "Provenance",
    description =
        "What the provenance states, in whichever format it came. Null if it does not state"
            + " it. Whether you can rely on it says the field evidence of the version.")
record ProvenanceJson(
    @Schema(description = "The repository that was built.", nullable = true)
        @Nullable RepositoryRefJson source,
    @Schema(description = "The git ref that was built.", nullable = true) @Nullable String ref,
    @Schema(description = "The git commit that was built, hex.", nullable = true)
        @Nullable String commit,
    @Schema(description = "The build definition.", nullable = true) @Nullable WorkflowJson workflow,
    @Schema(description = "The event that started the run.", nullable = true)
        @Nullable String trigger,
    @Schema(description = "The CI run, as people can open it.", nullable = true)
        @Nullable String runUrl,
    @Schema(description = "The predicate's own invocation id.", nullable = true)
        @Nullable String invocationId,
    @Schema(description = "The predicate's build type, a URI.", nullable = true)
        @Nullable String buildType,
    @Schema(description = "What ran the build.", nullable = true) @Nullable BuilderJson builder) {

  /** The build definition that a run followed. */
  @Schema(name = "WorkflowRef", description = "The build definition that a CI run followed.")
  record WorkflowJson(
      @Schema(description = "The file in its repository.") String path,
      @Schema(description = "The git ref that the file was taken from.", nullable = true)
          @Nullable String ref,
      @Schema(description = "Its paths. Null if its repository is not stated.", nullable = true)
          @Nullable LinksJson links) {}

  /** The builder: the service that ran the build. */
  @Schema(name = "Builder", description = "What ran the build.")
  record BuilderJson(
      @Schema(description = "The predicate's builder id, a URI.") String id,
      @Schema(implementation = CiProvider.class) String provider,
      @Schema(
              description =
                  "The kind of runner, from the certificate. Early certificates did not state"
                      + " it.",
              examples = "github-hosted",
              nullable = true)
          @Nullable String runnerEnvironment) {}

  static @Nullable ProvenanceJson ofNullable(@Nullable Provenance provenance) {
    if (provenance == null) {
      return null;
    }
    return new ProvenanceJson(
        RepositoryRefJson.ofNullable(provenance.source()),
        provenance.ref(),
        provenance.commit(),
        workflow(provenance.workflow(), provenance.source()),
        provenance.trigger(),
        provenance.runUrl(),
        provenance.invocationId(),
        provenance.buildType(),
        builder(provenance.builder()));
  }

  private static @Nullable WorkflowJson workflow(
      @Nullable Workflow workflow, @Nullable SourceRepository source) {
    return workflow == null
        ? null
        : new WorkflowJson(
            workflow.path(),
            workflow.ref(),
            source == null ? null : LinksJson.toWorkflow(source, workflow.path()));
  }

  private static @Nullable BuilderJson builder(@Nullable Builder builder) {
    return builder == null
        ? null
        : new BuilderJson(builder.id(), Slug.of(builder.provider()), builder.runnerEnvironment());
  }
}
