package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.BUILDER;

import dev.whence.provenance.Builder;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.FulcioExtension;
import dev.whence.provenance.bundle.Signer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Check 10: a builder that we know, on a runner that the CI service hosts. It determines the SLSA
 * Build level (SLSA v1.0, Build track). With an unknown builder the check is inconclusive. With an
 * unknown build type or a self-hosted runner the level stays open.
 */
public final class BuilderCheck {

  /**
   * What the check found.
   *
   * @param level absent if the builder does not prove one
   */
  public record Result(Check check, @Nullable SlsaLevel level) {}

  private static final Pattern GITHUB_RUNNER =
      Pattern.compile("https://github\\.com/actions/runner(/(github|self)-hosted)?");
  private static final Pattern NPM_CLI_BETA =
      Pattern.compile("https://github\\.com/npm/cli@\\d+\\.\\d+\\.\\d+");
  private static final Pattern SLSA3_NODE =
      Pattern.compile(
          "https://github\\.com/slsa-framework/slsa-github-generator/"
              + "\\.github/workflows/builder_nodejs_slsa3\\.yml@refs/tags/v\\d+\\.\\d+\\.\\d+");
  private static final Pattern GITLAB_RUNNER =
      Pattern.compile("https://gitlab\\.com/[A-Za-z0-9_./-]+/-/runners/\\d+");

  private static final Pattern BUILD_TYPE =
      Pattern.compile(
          "https://github\\.com/npm/cli/(gha[/@]v\\d+|gitlab/v\\d+(alpha\\d+|beta\\d+)?)"
              + "|https://slsa-framework\\.github\\.io/github-actions-buildtypes/workflow/v1"
              + "|https://github\\.com/slsa-framework/slsa-github-generator/delegator-generic@v0");

  private BuilderCheck() {}

  public static Result check(CheckInput in) {
    @Nullable Attestation attestation = in.attestation();
    @Nullable Provenance provenance = attestation == null ? null : attestation.provenance();
    if (attestation == null || provenance == null) {
      return open(Check.notApplicable(BUILDER, "Only provenance names a builder."));
    }
    @Nullable Builder builder = provenance.builder();
    if (builder == null) {
      return open(Check.failed(BUILDER, "The provenance names no builder."));
    }
    Result result = judge(builder, attestation.signer());
    @Nullable String buildType = provenance.buildType();
    if (result.level() == null || (buildType != null && BUILD_TYPE.matcher(buildType).matches())) {
      return result;
    }
    return open(
        Check.notApplicable(
            BUILDER,
            "A known builder, but the build type "
                + Quoted.shown(buildType)
                + " is not one we know; no SLSA level is assigned."));
  }

  /** The signer, not the predicate, says which CI service it was. */
  private static Result judge(Builder builder, Signer signer) {
    if (!(signer instanceof Signer.Certificate certificate)) {
      return open(Check.inconclusive(BUILDER, "No certificate says who ran the build."));
    }
    Optional<String> runner =
        Optional.ofNullable(
            certificate.extensions().get(FulcioExtension.RUNNER_ENVIRONMENT.number()));
    return switch (CiProvider.ofIssuer(certificate.issuer())) {
      case GITHUB_ACTIONS -> onGithub(builder.id(), runner);
      case GITLAB_CI ->
          GITLAB_RUNNER.matcher(builder.id()).matches()
              ? hosted(runner, SlsaLevel.L2, "GitLab CI on a GitLab-hosted runner")
              : unknown(builder.id());
      case OTHER ->
          open(Check.inconclusive(BUILDER, "We do not know which CI service ran the build."));
    };
  }

  private static Result onGithub(String id, Optional<String> runner) {
    if (SLSA3_NODE.matcher(id).matches()) {
      return hosted(runner, SlsaLevel.L3, "The isolated SLSA3 Node.js builder");
    }
    if (GITHUB_RUNNER.matcher(id).matches()) {
      return hosted(runner, SlsaLevel.L2, "GitHub Actions on a GitHub-hosted runner");
    }
    return NPM_CLI_BETA.matcher(id).matches()
        ? open(
            Check.passed(
                BUILDER,
                "The npm CLI's beta of early 2023 on GitHub Actions. Its certificate does not say"
                    + " whether GitHub hosted the runner, so no SLSA level is assigned."))
        : unknown(id);
  }

  private static Result unknown(String id) {
    return open(
        Check.missing(
            BUILDER,
            MissingTrust.of(MissingTrust.Kind.BUILDER, id),
            "The builder " + Quoted.shown(id) + " is not one we know; no SLSA level is assigned."));
  }

  private static Result hosted(Optional<String> runner, SlsaLevel level, String who) {
    if (runner.isEmpty()) {
      return open(
          Check.passed(
              BUILDER,
              "A known builder. The certificate does not say who hosted the runner, so no SLSA"
                  + " level is assigned."));
    }
    return switch (runner.get()) {
      case "github-hosted", "gitlab-hosted" ->
          new Result(
              new Check(BUILDER, CheckStatus.PASSED, who + ": " + level.title() + "."), level);
      default ->
          open(
              Check.notApplicable(
                  BUILDER,
                  "The runner is "
                      + Quoted.shown(runner.get())
                      + ": its owner could have changed the build, so no SLSA level is assigned."));
    };
  }

  private static Result open(Check check) {
    return new Result(check, null);
  }
}
