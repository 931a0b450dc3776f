package dev.whence.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SLSA provenance v1 with GitHub's workflow build type, as the npm CLI writes it. */
final class SlsaV1 {

  private SlsaV1() {}

  static Predicate.Slsa read(JsonNode node) {
    JsonNode definition = node.path("buildDefinition");
    JsonNode workflow = definition.path("externalParameters").path("workflow");
    JsonNode github = definition.path("internalParameters").path("github");
    JsonNode dependencies = definition.path("resolvedDependencies");
    JsonNode source = dependencies.path(0);
    JsonNode details = node.path("runDetails");
    @Nullable String invocationId = StrictJson.text(details.path("metadata"), "invocationId");
    @Nullable String workflowRef = StrictJson.text(workflow, "ref");
    @Nullable String uri = StrictJson.text(source, "uri");
    @Nullable String uriRef = GitUri.ref(uri);
    @Nullable String repository = StrictJson.text(workflow, "repository");
    return new Predicate.Slsa(
        StrictJson.text(definition, "buildType"),
        StrictJson.text(details.path("builder"), "id"),
        uri == null ? repository : uri,
        uriRef == null ? workflowRef : uriRef,
        StrictJson.text(source.path("digest"), "gitCommit"),
        StrictJson.text(workflow, "path"),
        workflowRef,
        StrictJson.text(github, "event_name"),
        StrictJson.text(github, "repository_id"),
        StrictJson.text(github, "repository_owner_id"),
        invocationId,
        GitUri.webUrl(invocationId),
        dependencies.size(),
        repeated(repository, StrictJson.text(github, "runner_environment")));
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
