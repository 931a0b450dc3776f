package dev.whence.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SLSA provenance v0.2 as the npm CLI wrote it on GitHub in 2023, as it writes it on GitLab CI, and
 * as the SLSA3 builders write it.
 */
final class SlsaV02 {

  static final String GITLAB_BUILD_TYPE = "https://github.com/npm/cli/gitlab/";

  /** GitHub's run id and attempt, as the npm CLI joined them. */
  private static final Pattern RUN_AND_ATTEMPT = Pattern.compile("[0-9]{1,20}-[0-9]{1,9}");

  private SlsaV02() {}

  static Predicate.Slsa read(JsonNode node) {
    @Nullable String buildType = StrictJson.text(node, "buildType");
    return buildType != null && buildType.startsWith(GITLAB_BUILD_TYPE)
        ? gitlab(node, buildType)
        : github(node, buildType);
  }

  private static Predicate.Slsa github(JsonNode node, @Nullable String buildType) {
    JsonNode invocation = node.path("invocation");
    JsonNode source = invocation.path("configSource");
    JsonNode environment = invocation.path("environment");
    @Nullable String uri = StrictJson.text(source, "uri");
    @Nullable String entryPoint = StrictJson.text(source, "entryPoint");
    @Nullable String invocationId = StrictJson.text(node.path("metadata"), "buildInvocationId");
    return new Predicate.Slsa(
        buildType,
        StrictJson.text(node.path("builder"), "id"),
        uri,
        GitUri.ref(uri),
        StrictJson.text(source.path("digest"), "sha1"),
        entryPoint,
        workflowRef(entryPoint, StrictJson.text(environment, "GITHUB_WORKFLOW_REF")),
        first(environment, "GITHUB_EVENT_NAME", "github_event_name"),
        first(environment, "GITHUB_REPOSITORY_ID", "github_repository_id"),
        first(environment, "GITHUB_REPOSITORY_OWNER_ID", "github_repository_owner_id"),
        invocationId,
        GitUri.webUrl(invocationId),
        node.path("materials").size(),
        repeated(node, environment, invocationId));
  }

  /** The first material is the source again, and the environment names it a third time. */
  private static List<Predicate.Repeated> repeated(
      JsonNode node, JsonNode environment, @Nullable String invocationId) {
    JsonNode material = node.path("materials").path(0);
    @Nullable String source = StrictJson.text(material, "uri");
    @Nullable String named = first(environment, "GITHUB_REPOSITORY", "github_repository");
    List<Predicate.Repeated> repeated = new ArrayList<>();
    add(repeated, Predicate.Fact.REPOSITORY, source);
    add(repeated, Predicate.Fact.REPOSITORY, "https://github.com/", named);
    add(repeated, Predicate.Fact.COMMIT, StrictJson.text(material.path("digest"), "sha1"));
    add(repeated, Predicate.Fact.COMMIT, first(environment, "GITHUB_SHA", "github_sha1"));
    add(repeated, Predicate.Fact.REF, GitUri.ref(source));
    add(repeated, Predicate.Fact.REF, first(environment, "GITHUB_REF", "github_ref"));
    add(repeated, Predicate.Fact.WORKFLOW, StrictJson.text(environment, "GITHUB_WORKFLOW_REF"));
    add(
        repeated,
        Predicate.Fact.WORKFLOW_COMMIT,
        StrictJson.text(environment, "GITHUB_WORKFLOW_SHA"));
    add(
        repeated,
        Predicate.Fact.RUN_PART,
        "runs/",
        first(environment, "GITHUB_RUN_ID", "github_run_id"));
    add(
        repeated,
        Predicate.Fact.RUN_PART,
        "attempts/",
        first(environment, "GITHUB_RUN_ATTEMPT", "github_run_attempt"));
    if (invocationId != null && RUN_AND_ATTEMPT.matcher(invocationId).matches()) {
      add(repeated, Predicate.Fact.RUN, "runs/", invocationId.replace("-", "/attempts/"));
    }
    return repeated;
  }

  private static void add(
      List<Predicate.Repeated> repeated, Predicate.Fact fact, @Nullable String value) {
    if (value != null) {
      repeated.add(new Predicate.Repeated(fact, value));
    }
  }

  private static void add(
      List<Predicate.Repeated> repeated,
      Predicate.Fact fact,
      String prefix,
      @Nullable String value) {
    add(repeated, fact, value == null ? null : prefix + value);
  }

  private static Predicate.Slsa gitlab(JsonNode node, String buildType) {
    JsonNode invocation = node.path("invocation");
    JsonNode source = invocation.path("configSource");
    JsonNode parameters = invocation.path("parameters");
    @Nullable String uri = StrictJson.text(source, "uri");
    @Nullable String invocationId = StrictJson.text(node.path("metadata"), "buildInvocationId");
    return new Predicate.Slsa(
        buildType,
        StrictJson.text(node.path("builder"), "id"),
        uri,
        GitUri.ref(uri),
        StrictJson.text(source.path("digest"), "sha1"),
        StrictJson.text(parameters, "CI_CONFIG_PATH"),
        null,
        StrictJson.text(parameters, "CI_PIPELINE_SOURCE"),
        StrictJson.text(parameters, "CI_PROJECT_ID"),
        StrictJson.text(parameters, "CI_PROJECT_NAMESPACE_ID"),
        invocationId,
        GitUri.webUrl(invocationId),
        node.path("materials").size(),
        gitlabRepeated(node, parameters));
  }

  private static List<Predicate.Repeated> gitlabRepeated(JsonNode node, JsonNode parameters) {
    JsonNode material = node.path("materials").path(0);
    JsonNode environment = node.path("invocation").path("environment");
    List<Predicate.Repeated> repeated = new ArrayList<>();
    add(repeated, Predicate.Fact.REPOSITORY, StrictJson.text(material, "uri"));
    add(repeated, Predicate.Fact.REPOSITORY, StrictJson.text(parameters, "CI_PROJECT_URL"));
    add(
        repeated,
        Predicate.Fact.REPOSITORY,
        "https://gitlab.com/",
        StrictJson.text(parameters, "CI_PROJECT_PATH"));
    add(
        repeated,
        Predicate.Fact.REPOSITORY,
        "https://gitlab.com/",
        StrictJson.text(environment, "project"));
    add(repeated, Predicate.Fact.COMMIT, StrictJson.text(material.path("digest"), "sha1"));
    add(repeated, Predicate.Fact.COMMIT, StrictJson.text(parameters, "CI_COMMIT_SHA"));
    add(repeated, Predicate.Fact.REF_NAME, StrictJson.text(parameters, "CI_COMMIT_REF_NAME"));
    add(repeated, Predicate.Fact.REF_NAME, StrictJson.text(parameters, "CI_COMMIT_BRANCH"));
    add(repeated, Predicate.Fact.REF_NAME, StrictJson.text(parameters, "CI_COMMIT_TAG"));
    add(repeated, Predicate.Fact.RUN_URL, StrictJson.text(parameters, "CI_JOB_URL"));
    add(repeated, Predicate.Fact.RUN_PART, "jobs/", StrictJson.text(parameters, "CI_JOB_ID"));
    add(repeated, Predicate.Fact.RUN_PART, "jobs/", StrictJson.text(environment.path("job"), "id"));
    return repeated;
  }

  private static @Nullable String first(JsonNode node, String upper, String lower) {
    @Nullable String value = StrictJson.text(node, upper);
    return value == null ? StrictJson.text(node, lower) : value;
  }

  private static @Nullable String workflowRef(
      @Nullable String entryPoint, @Nullable String environment) {
    @Nullable String fromEntryPoint = GitUri.ref(entryPoint);
    return fromEntryPoint == null ? GitUri.ref(environment) : fromEntryPoint;
  }
}
