package dev.whence.provenance.predicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.provenance.GitUri;
import dev.whence.provenance.MalformedException;
import dev.whence.provenance.StrictJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SLSA provenance v1 with GitHub's workflow build type, as the npm CLI writes it. Members that SLSA
 * defines must have their type; the content of the parameters is the builder's own.
 */
final class SlsaV1 {

  private SlsaV1() {}

  /** The file of the workflow, and the ref that it was taken from. */
  private record WorkflowFile(@Nullable String path, @Nullable String ref) {

    /** The npm CLI splits the two at the first {@code @}, which may be in the name of the file. */
    static WorkflowFile of(JsonNode workflow) {
      @Nullable String path = StrictJson.anyText(workflow, "path");
      @Nullable String ref = StrictJson.anyText(workflow, "ref");
      int at = ref == null || ref.startsWith("refs/") ? -1 : ref.indexOf("@refs/");
      return path == null || ref == null || at < 0
          ? new WorkflowFile(path, ref)
          : new WorkflowFile(path + "@" + ref.substring(0, at), ref.substring(at + 1));
    }
  }

  static Predicate.Slsa read(JsonNode node) throws MalformedException {
    JsonNode definition = StrictJson.objectOrEmpty(node, "buildDefinition");
    JsonNode workflow = StrictJson.objectOrEmpty(definition, "externalParameters").path("workflow");
    JsonNode github = StrictJson.objectOrEmpty(definition, "internalParameters").path("github");
    JsonNode dependencies =
        StrictJson.array(definition, "resolvedDependencies", SlsaV02.MAX_MATERIALS);
    JsonNode source = StrictJson.firstOrEmpty(dependencies, "resolvedDependencies");
    JsonNode details = StrictJson.objectOrEmpty(node, "runDetails");
    @Nullable String invocationId =
        StrictJson.text(StrictJson.objectOrEmpty(details, "metadata"), "invocationId");
    WorkflowFile file = WorkflowFile.of(workflow);
    @Nullable String uri = StrictJson.text(source, "uri");
    @Nullable String uriRef = GitUri.ref(uri);
    @Nullable String repository = StrictJson.anyText(workflow, "repository");
    return new Predicate.Slsa(
        StrictJson.text(definition, "buildType"),
        StrictJson.text(StrictJson.objectOrEmpty(details, "builder"), "id"),
        uri == null ? repository : uri,
        uriRef == null ? file.ref() : uriRef,
        StrictJson.text(StrictJson.objectOrEmpty(source, "digest"), "gitCommit"),
        file.path(),
        file.ref(),
        StrictJson.anyText(github, "event_name"),
        StrictJson.anyText(github, "repository_id"),
        StrictJson.anyText(github, "repository_owner_id"),
        invocationId,
        GitUri.webUrl(invocationId),
        dependencies.size(),
        repeated(repository, StrictJson.anyText(github, "runner_environment")));
  }

  private static List<Predicate.Repeated> repeated(
      @Nullable String repository, @Nullable String runner) {
    List<Predicate.Repeated> repeated = new ArrayList<>();
    if (repository != null) {
      repeated.add(new Predicate.Repeated(Predicate.Fact.REPOSITORY, repository));
    }
    if (runner != null) {
      repeated.add(new Predicate.Repeated(Predicate.Fact.RUNNER, runner));
    }
    return repeated;
  }
}
