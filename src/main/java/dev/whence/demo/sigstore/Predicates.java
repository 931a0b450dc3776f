package dev.whence.demo.sigstore;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The predicates that builds write into provenance, in each format. */
final class Predicates {

  static final String SLSA_GENERATOR =
      "https://github.com/slsa-framework/slsa-github-generator/.github/workflows/";
  static final String SLSA_GENERATOR_VERSION = "v1.10.0";

  private Predicates() {}

  static ObjectNode npmCliBeta(CiRun run) {
    return github(
        run, "https://github.com/npm/cli/gha@v0", "https://github.com/npm/cli@9.4.0", true);
  }

  static ObjectNode npmCliV02(CiRun run) {
    return github(
        run,
        "https://github.com/npm/cli/gha/v2",
        "https://github.com/actions/runner/" + run.runner(),
        true);
  }

  static ObjectNode slsa3(CiRun run) {
    return github(
        run,
        "https://github.com/slsa-framework/slsa-github-generator/delegator-generic@v0",
        SLSA_GENERATOR + "builder_nodejs_slsa3.yml@refs/tags/" + SLSA_GENERATOR_VERSION,
        false);
  }

  private static ObjectNode github(CiRun run, String buildType, String builder, boolean qualified) {
    String path = run.workflow().path();
    String entryPoint = run.source().path() + "/" + path + "@" + run.ref();
    return Json.object(
        "buildType",
        buildType,
        "builder",
        Json.object("id", builder),
        "invocation",
        Json.object(
            "configSource",
            Json.object(
                "uri",
                gitUri(run),
                "digest",
                Json.object("sha1", run.commit()),
                "entryPoint",
                qualified ? entryPoint : path),
            "parameters",
            Json.object(),
            "environment",
            environment(run)),
        "metadata",
        Json.object(
            "buildInvocationId",
            run.id() + "-" + run.attempt(),
            "completeness",
            Json.object("parameters", false, "environment", false, "materials", false),
            "reproducible",
            false),
        "materials",
        Json.array(Json.object("uri", gitUri(run), "digest", Json.object("sha1", run.commit()))));
  }

  private static ObjectNode environment(CiRun run) {
    return Json.object(
        "GITHUB_EVENT_NAME",
        run.trigger(),
        "GITHUB_REF",
        run.ref(),
        "GITHUB_REPOSITORY",
        run.source().path(),
        "GITHUB_REPOSITORY_ID",
        Long.toString(run.source().id()),
        "GITHUB_REPOSITORY_OWNER_ID",
        Long.toString(run.source().ownerId()),
        "GITHUB_RUN_ATTEMPT",
        Integer.toString(run.attempt()),
        "GITHUB_RUN_ID",
        Long.toString(run.id()),
        "GITHUB_SHA",
        run.commit(),
        "GITHUB_WORKFLOW_REF",
        run.source().path() + "/" + run.workflow().path() + "@" + run.ref(),
        "GITHUB_WORKFLOW_SHA",
        run.commit());
  }

  static ObjectNode npmCliV1(CiRun run) {
    ObjectNode workflow =
        Json.object(
            "ref", run.ref(), "repository", run.source().url(), "path", run.workflow().path());
    ObjectNode github =
        Json.object(
            "event_name",
            run.trigger(),
            "repository_id",
            Long.toString(run.source().id()),
            "repository_owner_id",
            Long.toString(run.source().ownerId()));
    ObjectNode source =
        Json.object("uri", gitUri(run), "digest", Json.object("gitCommit", run.commit()));
    return Json.object(
        "buildDefinition",
        Json.object(
            "buildType",
            "https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1",
            "externalParameters",
            Json.object("workflow", workflow),
            "internalParameters",
            Json.object("github", github),
            "resolvedDependencies",
            Json.array(source)),
        "runDetails",
        Json.object(
            "builder",
            Json.object("id", "https://github.com/actions/runner/" + run.runner()),
            "metadata",
            Json.object("invocationId", run.url())));
  }

  static ObjectNode gitlab(CiRun run) {
    String uri = "git+" + run.source().url();
    ObjectNode commit = Json.object("sha1", run.commit());
    ObjectNode source =
        Json.object("uri", uri, "digest", commit, "entryPoint", run.workflow().name());
    return Json.object(
        "buildType",
        "https://github.com/npm/cli/gitlab/v0alpha1",
        "builder",
        Json.object("id", run.source().url() + "/-/runners/12270835"),
        "invocation",
        Json.object(
            "configSource", source, "parameters", parameters(run), "environment", runner(run)),
        "metadata",
        Json.object(
            "buildInvocationId",
            run.url(),
            "completeness",
            Json.object("parameters", true, "environment", true, "materials", false),
            "reproducible",
            false),
        "materials",
        Json.array(Json.object("uri", uri, "digest", commit)));
  }

  private static ObjectNode parameters(CiRun run) {
    String branch = run.ref().substring(run.ref().lastIndexOf('/') + 1);
    return Json.object(
        "CI",
        "true",
        "CI_COMMIT_REF_NAME",
        branch,
        "CI_COMMIT_SHA",
        run.commit(),
        "CI_CONFIG_PATH",
        run.workflow().path(),
        "CI_JOB_ID",
        Long.toString(run.id()),
        "CI_JOB_NAME",
        run.workflow().name(),
        "CI_JOB_URL",
        run.url(),
        "CI_PIPELINE_SOURCE",
        run.trigger(),
        "CI_PROJECT_ID",
        Long.toString(run.source().id()),
        "CI_PROJECT_NAMESPACE_ID",
        Long.toString(run.source().ownerId()),
        "CI_PROJECT_PATH",
        run.source().path(),
        "CI_PROJECT_URL",
        run.source().url());
  }

  private static ObjectNode runner(CiRun run) {
    return Json.object(
        "architecture",
        "linux/amd64",
        "server",
        "https://gitlab.com",
        "project",
        run.source().path(),
        "job",
        Json.object("id", Long.toString(run.id())));
  }

  private static String gitUri(CiRun run) {
    return "git+" + run.source().url() + "@" + run.ref();
  }
}
