package dev.whence.verify.check;

import dev.whence.provenance.Percent;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.bundle.Signer;
import dev.whence.provenance.predicate.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares the claims that both a predicate and a Fulcio certificate state, in each place where the
 * predicate states them. A claim of only one side is not compared.
 */
final class Claims {

  private record Claim(
      String what,
      @Nullable String predicate,
      @Nullable String certificate,
      BiPredicate<String, String> equal) {

    boolean isStatedTwice() {
      return predicate != null && certificate != null;
    }

    boolean disagrees() {
      return predicate != null && certificate != null && !equal.test(predicate, certificate);
    }
  }

  private static final String RUNNER_ID = "https://github.com/actions/runner/";

  /** The npm CLI's own provenance on GitHub, whose form is known. */
  private static final Pattern NPM_CLI_ON_GITHUB =
      Pattern.compile("https://github\\.com/(actions/runner(/.*)?|npm/cli@.*)");

  private final Predicate.Slsa slsa;
  private final CertifiedRun run;
  private final List<Claim> claims;

  private Claims(Predicate.Slsa slsa, CertifiedRun run) {
    this.slsa = slsa;
    this.run = run;
    this.claims = List.copyOf(of(slsa, run));
  }

  static Claims of(Predicate.Slsa slsa, Signer.Certificate certificate) {
    return new Claims(slsa, new CertifiedRun(certificate));
  }

  /** The first claim on which the two disagree, as a sentence. */
  Optional<String> disagreement() {
    if (slsa.sourceUri() == null || slsa.commit() == null) {
      return Optional.of("The provenance does not say from which repository and commit.");
    }
    // For every CI service that we know, Fulcio states both (in extensions 3 and 5, or 12 and 13).
    if (run.repository() == null || run.commit() == null) {
      return Optional.of("The certificate does not say from which repository and commit.");
    }
    return formProblem(slsa)
        .or(() -> claims.stream().filter(Claim::disagrees).findFirst().map(Claims::sentence));
  }

  /** How many claims both sides make. */
  long compared() {
    return claims.stream().filter(Claim::isStatedTwice).count();
  }

  /**
   * Members that the npm CLI always writes the same way must have that form. Otherwise a claim
   * could avoid the comparison.
   */
  private static Optional<String> formProblem(Predicate.Slsa slsa) {
    if (slsa.builderId() == null || !NPM_CLI_ON_GITHUB.matcher(slsa.builderId()).matches()) {
      return Optional.empty();
    }
    if (slsa.dependencies() != 1) {
      return Optional.of(
          "The provenance lists "
              + slsa.dependencies()
              + " sources where the npm CLI writes exactly one.");
    }
    boolean hasRun =
        slsa.runUrl() != null
            || slsa.repeated().stream().anyMatch(r -> r.fact() == Predicate.Fact.RUN);
    return slsa.invocationId() == null || hasRun
        ? Optional.empty()
        : Optional.of(
            "The provenance names its run "
                + Quoted.shown(slsa.invocationId())
                + ", which is not how the npm CLI names one.");
  }

  private static String sentence(Claim claim) {
    return "The provenance claims the "
        + claim.what()
        + " "
        + Quoted.shown(claim.predicate())
        + ", the certificate says "
        + Quoted.shown(claim.certificate())
        + ".";
  }

  private static List<Claim> of(Predicate.Slsa slsa, CertifiedRun run) {
    List<Claim> claims = new ArrayList<>();
    claims.add(repository(slsa.sourceUri(), run));
    claims.add(part("ref", slsa.ref(), run.ref()));
    claims.add(digest("commit", slsa.commit(), run.commit()));
    claims.add(exact("trigger", slsa.trigger(), run.trigger()));
    claims.add(exact("repository id", slsa.repositoryId(), run.repositoryId()));
    claims.add(exact("owner id", slsa.ownerId(), run.ownerId()));
    claims.add(workflow(slsa.workflowPath(), run));
    claims.add(
        new Claim("workflow ref", slsa.workflowRef(), workflowRef(run), WorkflowUri::isMeant));
    claims.add(url("run", slsa.runUrl(), run.run()));
    claims.add(exact("runner", runner(slsa), run.runner()));
    claims.add(
        new Claim(
            "runner's project", runnerProject(slsa), run.repository(), Claims::sameRepository));
    slsa.repeated().forEach(repeated -> claims.add(repeated(repeated, run)));
    return claims;
  }

  /** Claims that a predicate repeats in another place are compared, too. */
  private static Claim repeated(Predicate.Repeated repeated, CertifiedRun run) {
    String value = repeated.value();
    return switch (repeated.fact()) {
      case REPOSITORY -> repository(value, run);
      case COMMIT -> digest("commit", value, run.commit());
      case REF -> part("ref", value, run.ref());
      case REF_NAME ->
          new Claim("ref", value, run.ref(), (name, ref) -> Percent.isSamePart(name, refName(ref)));
      case WORKFLOW -> workflow(value, run);
      case WORKFLOW_COMMIT -> digest("workflow's commit", value, run.workflowCommit());
      case RUNNER -> exact("runner", value, run.runner());
      case RUN, RUN_PART ->
          new Claim("run", value, run.run(), (id, url) -> (url + "/").contains("/" + id + "/"));
      case RUN_URL -> url("run", value, run.run());
    };
  }

  private static String refName(String ref) {
    return ref.replaceFirst("^refs/(heads|tags)/", "");
  }

  private static Claim repository(@Nullable String uri, CertifiedRun run) {
    return new Claim("repository", withoutRef(uri), run.repository(), Claims::sameRepository);
  }

  private static Claim workflow(@Nullable String path, CertifiedRun run) {
    return new Claim(
        "workflow",
        path,
        run.workflow(),
        (claimed, uri) ->
            WorkflowUri.parse(uri).filter(stated -> stated.isMeantBy(claimed)).isPresent());
  }

  private static @Nullable String workflowRef(CertifiedRun run) {
    return Optional.ofNullable(run.workflow())
        .flatMap(WorkflowUri::parse)
        .map(WorkflowUri::ref)
        .orElse(null);
  }

  /** GitHub's builder id ends in who hosts the runner, in the words of the certificate. */
  private static @Nullable String runner(Predicate.Slsa slsa) {
    @Nullable String builder = slsa.builderId();
    return builder != null && builder.startsWith(RUNNER_ID)
        ? builder.substring(RUNNER_ID.length())
        : null;
  }

  /** GitLab's builder id begins with the project that the runner ran for. */
  private static @Nullable String runnerProject(Predicate.Slsa slsa) {
    @Nullable String builder = slsa.builderId();
    int end = builder == null ? -1 : builder.indexOf("/-/runners/");
    return builder == null || end < 0 ? null : builder.substring(0, end);
  }

  private static Claim exact(String what, @Nullable String left, @Nullable String right) {
    return new Claim(what, left, right, String::equals);
  }

  private static Claim digest(String what, @Nullable String left, @Nullable String right) {
    return new Claim(what, left, right, String::equalsIgnoreCase);
  }

  /** Text that may come from a URI: with or without escapes it means the same. */
  private static Claim part(String what, @Nullable String left, @Nullable String right) {
    return new Claim(what, left, right, Percent::isSamePart);
  }

  private static Claim url(String what, @Nullable String left, @Nullable String right) {
    return new Claim(
        what, left, right, (a, b) -> Percent.normalized(a).equals(Percent.normalized(b)));
  }

  private static @Nullable String withoutRef(@Nullable String uri) {
    int at = uri == null ? -1 : uri.indexOf("@refs/");
    return uri == null || at < 0 ? uri : uri.substring(0, at);
  }

  /** Nearly all predicates write the certificate's address with {@code git+} before it. */
  private static boolean sameRepository(String claimed, String stated) {
    int scheme = claimed.startsWith("git+") ? "git+".length() : 0;
    if (claimed.length() - scheme == stated.length() && claimed.endsWith(stated)) {
      return true;
    }
    Optional<SourceRepository> left = repository(claimed);
    Optional<SourceRepository> right = repository(stated);
    return left.isPresent() && right.isPresent() && left.get().sameNames(right.get());
  }

  private static Optional<SourceRepository> repository(String url) {
    return SourceRepository.parseUrl(Percent.normalized(url));
  }
}
