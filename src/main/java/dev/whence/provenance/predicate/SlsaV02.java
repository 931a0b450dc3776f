package dev.whence.provenance.predicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.provenance.GitUri;
import dev.whence.provenance.MalformedException;
import dev.whence.provenance.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SLSA provenance v0.2 as the npm CLI wrote it on GitHub in 2023, as it writes it on GitLab CI, and
 * as the SLSA3 builders write it. What SLSA defines must have its type; parameters and environment
 * are the builder's own.
 */
public final class SlsaV02 {

  /** Real ones list a few, and those of large builds thousands. */
  static final int MAX_MATERIALS = 100_000;

  public static final String GITLAB_BUILD_TYPE = "https://github.com/npm/cli/gitlab/";

  /** GitHub's run id and attempt, as the npm CLI joined them. */
  private static final Pattern RUN_AND_ATTEMPT = Pattern.compile("[0-9]{1,20}-[0-9]{1,9}");

  private SlsaV02() {}

  static Predicate.Slsa read(JsonNode node) throws MalformedException {
    @Nullable String buildType = StrictJson.text(node, "buildType");
    return buildType != null && buildType.startsWith(GITLAB_BUILD_TYPE)
        ? gitlab(node, buildType)
        : github(node, buildType);
  }

  private static Predicate.Slsa github(JsonNode node, @Nullable String buildType)
      throws MalformedException {
    JsonNode invocation = StrictJson.objectOrEmpty(node, "invocation");
    JsonNode source = StrictJson.objectOrEmpty(invocation, "configSource");
    JsonNode materials = StrictJson.array(node, "materials", MAX_MATERIALS);
    JsonNode environment = invocation.path("environment");
    @Nullable String uri = StrictJson.text(source, "uri");
    @Nullable String entryPoint = StrictJson.text(source, "entryPoint");
    @Nullable String invocationId =
        StrictJson.text(StrictJson.objectOrEmpty(node, "metadata"), "buildInvocationId");
    return new Predicate.Slsa(
        buildType,
        StrictJson.text(StrictJson.objectOrEmpty(node, "builder"), "id"),
        uri,
        GitUri.ref(uri),
        StrictJson.text(StrictJson.objectOrEmpty(source, "digest"), "sha1"),
        entryPoint,
        workflowRef(entryPoint, StrictJson.anyText(environment, "GITHUB_WORKFLOW_REF")),
        first(environment, "GITHUB_EVENT_NAME", "github_event_name"),
        first(environment, "GITHUB_REPOSITORY_ID", "github_repository_id"),
        first(environment, "GITHUB_REPOSITORY_OWNER_ID", "github_repository_owner_id"),
        invocationId,
        GitUri.webUrl(invocationId),
        materials.size(),
        repeated(StrictJson.firstOrEmpty(materials, "materials"), environment, invocationId));
  }

  /** The first material repeats the source, and the environment names it again. */
  private static List<Predicate.Repeated> repeated(
      JsonNode material, JsonNode environment, @Nullable String invocationId)
      throws MalformedException {
    @Nullable String source = StrictJson.text(material, "uri");
    @Nullable String named = first(environment, "GITHUB_REPOSITORY", "github_repository");
    List<Predicate.Repeated> repeated = new ArrayList<>();
    add(repeated, Predicate.Fact.REPOSITORY, source);
    add(repeated, Predicate.Fact.REPOSITORY, "https://github.com/", named);
    add(
        repeated,
        Predicate.Fact.COMMIT,
        StrictJson.text(StrictJson.objectOrEmpty(material, "digest"), "sha1"));
    add(repeated, Predicate.Fact.COMMIT, first(environment, "GITHUB_SHA", "github_sha1"));
    add(repeated, Predicate.Fact.REF, GitUri.ref(source));
    add(repeated, Predicate.Fact.REF, first(environment, "GITHUB_REF", "github_ref"));
    add(repeated, Predicate.Fact.WORKFLOW, StrictJson.anyText(environment, "GITHUB_WORKFLOW_REF"));
    add(
        repeated,
        Predicate.Fact.WORKFLOW_COMMIT,
        StrictJson.anyText(environment, "GITHUB_WORKFLOW_SHA"));
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

  private static Predicate.Slsa gitlab(JsonNode node, String buildType) throws MalformedException {
    JsonNode invocation = StrictJson.objectOrEmpty(node, "invocation");
    JsonNode source = StrictJson.objectOrEmpty(invocation, "configSource");
    JsonNode materials = StrictJson.array(node, "materials", MAX_MATERIALS);
    JsonNode parameters = invocation.path("parameters");
    @Nullable String uri = StrictJson.text(source, "uri");
    @Nullable String invocationId =
        StrictJson.text(StrictJson.objectOrEmpty(node, "metadata"), "buildInvocationId");
    return new Predicate.Slsa(
        buildType,
        StrictJson.text(StrictJson.objectOrEmpty(node, "builder"), "id"),
        uri,
        GitUri.ref(uri),
        StrictJson.text(StrictJson.objectOrEmpty(source, "digest"), "sha1"),
        StrictJson.anyText(parameters, "CI_CONFIG_PATH"),
        null,
        StrictJson.anyText(parameters, "CI_PIPELINE_SOURCE"),
        StrictJson.anyText(parameters, "CI_PROJECT_ID"),
        StrictJson.anyText(parameters, "CI_PROJECT_NAMESPACE_ID"),
        invocationId,
        GitUri.webUrl(invocationId),
        materials.size(),
        gitlabRepeated(
            StrictJson.firstOrEmpty(materials, "materials"),
            parameters,
            invocation.path("environment")));
  }

  private static List<Predicate.Repeated> gitlabRepeated(
      JsonNode material, JsonNode parameters, JsonNode environment) throws MalformedException {
    List<Predicate.Repeated> repeated = new ArrayList<>();
    add(repeated, Predicate.Fact.REPOSITORY, StrictJson.text(material, "uri"));
    add(repeated, Predicate.Fact.REPOSITORY, StrictJson.anyText(parameters, "CI_PROJECT_URL"));
    add(
        repeated,
        Predicate.Fact.REPOSITORY,
        "https://gitlab.com/",
        StrictJson.anyText(parameters, "CI_PROJECT_PATH"));
    add(
        repeated,
        Predicate.Fact.REPOSITORY,
        "https://gitlab.com/",
        StrictJson.anyText(environment, "project"));
    add(
        repeated,
        Predicate.Fact.COMMIT,
        StrictJson.text(StrictJson.objectOrEmpty(material, "digest"), "sha1"));
    add(repeated, Predicate.Fact.COMMIT, StrictJson.anyText(parameters, "CI_COMMIT_SHA"));
    add(repeated, Predicate.Fact.REF_NAME, StrictJson.anyText(parameters, "CI_COMMIT_REF_NAME"));
    add(repeated, Predicate.Fact.REF_NAME, StrictJson.anyText(parameters, "CI_COMMIT_BRANCH"));
    add(repeated, Predicate.Fact.REF_NAME, StrictJson.anyText(parameters, "CI_COMMIT_TAG"));
    add(repeated, Predicate.Fact.RUN_URL, StrictJson.anyText(parameters, "CI_JOB_URL"));
    add(repeated, Predicate.Fact.RUN_PART, "jobs/", StrictJson.anyText(parameters, "CI_JOB_ID"));
    add(
        repeated,
        Predicate.Fact.RUN_PART,
        "jobs/",
        StrictJson.anyText(environment.path("job"), "id"));
    return repeated;
  }

  private static @Nullable String first(JsonNode node, String upper, String lower) {
    @Nullable String value = StrictJson.anyText(node, upper);
    return value == null ? StrictJson.anyText(node, lower) : value;
  }

  private static @Nullable String workflowRef(
      @Nullable String entryPoint, @Nullable String environment) {
    @Nullable String fromEntryPoint = GitUri.ref(entryPoint);
    return fromEntryPoint == null ? GitUri.ref(environment) : fromEntryPoint;
  }
}
