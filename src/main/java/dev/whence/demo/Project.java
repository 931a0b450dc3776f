package dev.whence.demo;

import dev.whence.demo.sigstore.CiRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source repository with the workflow that releases from it.
 *
 * @param branch that it releases from; absent if it releases from tags
 */
record Project(
    CiRun.Repository repository,
    CiRun.Workflow workflow,
    @Nullable String branch,
    String trigger,
    String runner) {

  private static final Instant FIRST_RUN = Instant.parse("2019-11-13T00:00:00Z");

  /** At GitHub, releasing from tags that are pushed. */
  static Project github(String owner, String name) {
    return new Project(
        new CiRun.Repository(
            "github.com", owner, name, DrawnValue.id(owner + "/" + name), DrawnValue.id(owner)),
        new CiRun.Workflow("Release", ".github/workflows/release.yml", null),
        null,
        "push",
        "github-hosted");
  }

  /** At GitLab, releasing from the main branch. */
  static Project gitlab(String group, String name) {
    return new Project(
        new CiRun.Repository(
            "gitlab.com", group, name, DrawnValue.id(group + "/" + name), DrawnValue.id(group)),
        new CiRun.Workflow("publish", ".gitlab-ci.yml", null),
        "main",
        "push",
        "gitlab-hosted");
  }

  Project with(CiRun.Workflow other) {
    return new Project(repository, other, branch, trigger, runner);
  }

  Project onBranch(String other, String trigger) {
    return new Project(repository, workflow, other, trigger, runner);
  }

  Project onRunner(String other) {
    return new Project(repository, workflow, branch, trigger, other);
  }

  /** The same repository with the same id, under another name. */
  Project renamed(String owner, String name) {
    CiRun.Repository other =
        new CiRun.Repository(repository.host(), owner, name, repository.id(), DrawnValue.id(owner));
    return new Project(other, workflow, branch, trigger, runner);
  }

  boolean isGitlab() {
    return repository.host().equals("gitlab.com");
  }

  /** The repository as {@code package.json} states it. */
  String declaredUrl() {
    return "git+" + repository.url() + ".git";
  }

  /** The run at a time: the same for all packages that it published then. */
  CiRun run(String version, Instant at) {
    String key = repository.url() + " " + at.getEpochSecond();
    return new CiRun(
        repository,
        branch == null ? "refs/tags/v" + version : "refs/heads/" + branch,
        DrawnValue.commit(key),
        workflow,
        trigger,
        runner,
        (at.getEpochSecond() - FIRST_RUN.getEpochSecond()) * 90 + DrawnValue.below(key, 90),
        1);
  }
}
