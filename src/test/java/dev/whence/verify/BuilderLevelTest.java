package dev.whence.verify;

import static dev.whence.provenance.CheckKind.BUILDER;
import static dev.whence.verify.Statuses.assertStatuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.demo.sigstore.CiRun;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.ProvenanceRequest;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A builder, a build type or a runner that proves no level is no reason to reject. A builder that
 * we do not know could not be checked; of a known one the level stays open.
 */
class BuilderLevelTest {

  private static final GeneratedTrust TRUST = new GeneratedTrust();

  private static AttestationWithVerdict verify(
      ProvenanceRequest request, Consumer<ObjectNode> edit) {
    return TRUST
        .verify(
            IssuedBundle.response(
                TRUST.sigstore().provenance(request, edit),
                TRUST.sigstore().publish(GeneratedTrust.publishRequest())),
            TRUST.expected())
        .getFirst();
  }

  private static void assertLevelOpen(AttestationWithVerdict item, String why) {
    assertStatuses(item, Verdict.Outcome.VERIFIED, Map.of(BUILDER, CheckStatus.NOT_APPLICABLE));
    assertThat(item.verdict().level()).isNull();
    assertThat(Verified.check(item.verdict(), BUILDER).reason())
        .contains(why)
        .contains("no SLSA level is assigned");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"NPM_CLI_V1", "NPM_CLI_V1_DSSE", "NPM_CLI_V02", "NPM_CLI_GITLAB", "SLSA3_NODE"})
  void shouldAssignNoLevelToASelfHostedRunner(Shape shape) {
    CiRun own = GeneratedTrust.run(shape).withRunner("self-hosted");
    var request = GeneratedTrust.request(shape);
    assertLevelOpen(
        verify(
            new ProvenanceRequest(shape, request.subject(), own, own, request.signedAt(), Set.of()),
            _ -> {}),
        "self-hosted");
  }

  @ParameterizedTest
  @EnumSource(names = {"NPM_CLI_V1", "NPM_CLI_V02", "NPM_CLI_GITLAB"})
  void shouldLeaveOpenWhatAnUnknownBuilderDid(Shape shape) {
    String builder = "https://builds.example/runner";
    AttestationWithVerdict item =
        verify(
            GeneratedTrust.request(shape),
            predicate ->
                ((ObjectNode)
                        (shape == Shape.NPM_CLI_V1
                            ? predicate.at("/runDetails/builder")
                            : predicate.at("/builder")))
                    .put("id", builder));
    assertStatuses(item, Verdict.Outcome.INCONCLUSIVE, Map.of(BUILDER, CheckStatus.INCONCLUSIVE));
    assertThat(item.verdict().level()).isNull();
    assertThat(item.verdict().missing())
        .containsExactly(MissingTrust.of(MissingTrust.Kind.BUILDER, builder));
  }

  @ParameterizedTest
  @EnumSource(names = {"NPM_CLI_V1", "NPM_CLI_V02", "SLSA3_NODE"})
  void shouldAssignNoLevelToAnUnknownBuildType(Shape shape) {
    assertLevelOpen(
        verify(
            GeneratedTrust.request(shape),
            predicate ->
                (shape == Shape.NPM_CLI_V1
                        ? (ObjectNode) predicate.at("/buildDefinition")
                        : predicate)
                    .put("buildType", "https://builds.example/type/v1")),
        "the build type");
  }

  @Test
  void shouldAssignTheLevelThatTheBuilderProves() {
    assertThat(level(Shape.NPM_CLI_V1_DSSE)).isEqualTo(SlsaLevel.L2);
    assertThat(level(Shape.NPM_CLI_GITLAB)).isEqualTo(SlsaLevel.L2);
    assertThat(level(Shape.SLSA3_NODE)).isEqualTo(SlsaLevel.L3);
  }

  private static SlsaLevel level(Shape shape) {
    return java.util.Objects.requireNonNull(
        verify(GeneratedTrust.request(shape), _ -> {}).verdict().level());
  }
}
