package dev.whence.demo.sigstore;

import org.jspecify.annotations.Nullable;

/**
 * One CI run: the claims that the CI service gives to Fulcio, and that its build writes into
 * provenance.
 *
 * @param ref the git ref that was built: {@code refs/heads/main}
 * @param trigger the event that started it
 * @param runner {@code github-hosted}, {@code self-hosted}, {@code gitlab-hosted}
 * @param id of the run at GitHub, of the job at GitLab
 */
public record CiRun(
    Repository source,
    String ref,
    String commit,
    Workflow workflow,
    String trigger,
    String runner,
    long id,
    int attempt) {

  /** {@code host} is {@code github.com} or {@code gitlab.com}; the ids are the host's own. */
  public record Repository(String host, String owner, String name, long id, long ownerId) {

    /** {@code https://host/owner/name}. */
    public String url() {
      return ownerUrl() + "/" + name;
    }

    String ownerUrl() {
      return "https://" + host + "/" + owner;
    }

    String path() {
      return owner + "/" + name;
    }

    boolean isGitlab() {
      return host.equals("gitlab.com");
    }
  }

  /**
   * The build definition.
   *
   * @param name of the workflow, or of the job at GitLab
   * @param path in the source repository
   * @param reusable URI with ref of the reusable workflow that the signing job ran in; absent if it
   *     ran in the workflow itself
   */
  public record Workflow(String name, String path, @Nullable String reusable) {}

  /** The same run, as built from another commit. */
  public CiRun withCommit(String other) {
    return new CiRun(source, ref, other, workflow, trigger, runner, id, attempt);
  }

  /** The same run, in another repository. */
  public CiRun withSource(Repository other) {
    return new CiRun(other, ref, commit, workflow, trigger, runner, id, attempt);
  }

  /** The same run, from another ref. */
  public CiRun withRef(String other) {
    return new CiRun(source, other, commit, workflow, trigger, runner, id, attempt);
  }

  /** The same run, with another build definition. */
  public CiRun withWorkflow(Workflow other) {
    return new CiRun(source, ref, commit, other, trigger, runner, id, attempt);
  }

  /** The same run, started by something else. */
  public CiRun withTrigger(String other) {
    return new CiRun(source, ref, commit, workflow, other, runner, id, attempt);
  }

  /** The same run, on another runner. */
  public CiRun withRunner(String other) {
    return new CiRun(source, ref, commit, workflow, trigger, other, id, attempt);
  }

  /** The same with another run's id. */
  public CiRun withId(long other) {
    return new CiRun(source, ref, commit, workflow, trigger, runner, other, attempt);
  }

  /** The build definition at the ref, as certificates name it. */
  String workflowUri() {
    return source.url() + (source.isGitlab() ? "//" : "/") + workflow.path() + "@" + ref;
  }

  /** The identity that signs. */
  String signer() {
    return workflow.reusable() == null ? workflowUri() : workflow.reusable();
  }

  /** The run as people open it. */
  public String url() {
    return source.isGitlab()
        ? source.url() + "/-/jobs/" + id
        : source.url() + "/actions/runs/" + id + "/attempts/" + attempt;
  }
}
