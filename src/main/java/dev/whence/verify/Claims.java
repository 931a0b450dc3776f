package dev.whence.verify;

import dev.whence.provenance.Predicate;
import dev.whence.provenance.Signer;
import dev.whence.provenance.SourceRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The claims that a predicate and a Fulcio certificate both make (Fulcio's oid-info.md).
 * Certificates of early 2023 carry extensions 1 to 6 only: what only one side states cannot
 * disagree.
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

  private static final String GITHUB_RUNNER = "https://github.com/actions/runner/";

  private Claims() {}

  /** The first claim on which the two disagree, as a sentence. */
  static Optional<String> disagreement(Predicate.Slsa slsa, Signer.Certificate certificate) {
    if (slsa.sourceUri() == null || slsa.commit() == null) {
      return Optional.of("The provenance does not say from which repository and commit.");
    }
    if (slsa.builderId() != null
        && slsa.builderId().startsWith(GITHUB_RUNNER)
        && slsa.dependencies() != 1) {
      return Optional.of(
          "The provenance lists "
              + slsa.dependencies()
              + " sources where the npm CLI writes exactly one.");
    }
    return of(slsa, certificate).stream()
        .filter(Claim::disagrees)
        .findFirst()
        .map(
            claim ->
                "The provenance claims the "
                    + claim.what()
                    + " "
                    + Words.shown(claim.predicate())
                    + ", the certificate says "
                    + Words.shown(claim.certificate())
                    + ".");
  }

  /** How many claims both sides make. */
  static long compared(Predicate.Slsa slsa, Signer.Certificate certificate) {
    return of(slsa, certificate).stream().filter(Claim::isStatedTwice).count();
  }

  private static List<Claim> of(Predicate.Slsa slsa, Signer.Certificate certificate) {
    Map<Integer, String> stated = certificate.extensions();
    List<Claim> claims = new ArrayList<>();
    claims.add(
        new Claim(
            "repository",
            withoutRef(slsa.sourceUri()),
            repository(stated),
            Claims::sameRepository));
    claims.add(exact("ref", slsa.ref(), first(stated, 14, 6)));
    claims.add(exact("commit", slsa.commit(), first(stated, 13, 3)));
    claims.add(exact("trigger", slsa.trigger(), first(stated, 20, 2)));
    claims.add(exact("repository id", slsa.repositoryId(), stated.get(15)));
    claims.add(exact("owner id", slsa.ownerId(), stated.get(17)));
    claims.add(
        new Claim("workflow", slsa.workflowPath(), workflow(slsa, certificate), Claims::samePath));
    claims.add(exact("workflow ref", slsa.workflowRef(), ref(stated.get(18))));
    claims.add(exact("run", slsa.runUrl(), stated.get(21)));
    claims.add(
        new Claim("run", run(slsa), stated.get(21), (claimed, url) -> url.endsWith(claimed)));
    claims.add(exact("runner", runner(slsa), stated.get(11)));
    claims.add(
        new Claim("runner's project", runnerProject(slsa), stated.get(12), Claims::sameRepository));
    slsa.repeated().forEach(repeated -> claims.add(repeated(repeated, stated)));
    return claims;
  }

  /** What a predicate repeats in another place is held against the certificate, too. */
  private static Claim repeated(Predicate.Repeated repeated, Map<Integer, String> stated) {
    String value = repeated.value();
    return switch (repeated.fact()) {
      case REPOSITORY ->
          new Claim("repository", withoutRef(value), repository(stated), Claims::sameRepository);
      case COMMIT -> exact("commit", value, first(stated, 13, 3));
      case REF -> exact("ref", value, first(stated, 14, 6));
      case RUN ->
          new Claim("run", "/runs/" + value, stated.get(21), (run, url) -> url.endsWith(run));
    };
  }

  private static @Nullable String repository(Map<Integer, String> stated) {
    return stated.containsKey(12) ? stated.get(12) : githubUrl(stated.get(5));
  }

  /** GitHub's builder id ends in who hosts the runner, in the words of the certificate. */
  private static @Nullable String runner(Predicate.Slsa slsa) {
    @Nullable String builder = slsa.builderId();
    return builder != null && builder.startsWith(GITHUB_RUNNER)
        ? builder.substring(GITHUB_RUNNER.length())
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

  private static @Nullable String first(Map<Integer, String> stated, int now, int early) {
    return stated.containsKey(now) ? stated.get(now) : stated.get(early);
  }

  /** Early certificates name the workflow in their subject alone. */
  private static @Nullable String workflow(Predicate.Slsa slsa, Signer.Certificate certificate) {
    @Nullable String config = certificate.extensions().get(18);
    if (config != null) {
      return config;
    }
    boolean delegated = slsa.builderId() != null && slsa.builderId().contains("_slsa3.yml@");
    return delegated ? null : certificate.identity();
  }

  private static @Nullable String run(Predicate.Slsa slsa) {
    return slsa.runId() == null || slsa.attempt() == null || slsa.runUrl() != null
        ? null
        : "/runs/" + slsa.runId() + "/attempts/" + slsa.attempt();
  }

  private static @Nullable String githubUrl(@Nullable String repository) {
    return repository == null ? null : "https://github.com/" + repository;
  }

  private static @Nullable String withoutRef(@Nullable String uri) {
    int at = uri == null ? -1 : uri.indexOf("@refs/");
    return uri == null || at < 0 ? uri : uri.substring(0, at);
  }

  private static @Nullable String ref(@Nullable String uri) {
    int at = uri == null ? -1 : uri.indexOf("@refs/");
    return uri == null || at < 0 ? null : uri.substring(at + 1);
  }

  private static boolean sameRepository(String claimed, String stated) {
    Optional<SourceRepository> left = SourceRepository.parseUrl(claimed);
    Optional<SourceRepository> right = SourceRepository.parseUrl(stated);
    return left.isPresent() && right.isPresent() && left.get().sameNames(right.get());
  }

  /**
   * A claimed path is {@code .github/workflows/x.yml}, {@code owner/repo/.github/…@ref} or, with
   * SLSA3 builders of 2023, the file's path too; the certificate has the whole URL with its ref.
   */
  private static boolean samePath(String claimed, String url) {
    String path = claimed;
    String stated = String.valueOf(withoutRef(url));
    @Nullable String claimedRef = ref(claimed);
    if (claimedRef != null) {
      path = String.valueOf(withoutRef(claimed));
    }
    boolean sameRef = claimedRef == null || claimedRef.equals(ref(url));
    return sameRef && (stated.endsWith("/" + path) || stated.endsWith("//" + path));
  }
}
