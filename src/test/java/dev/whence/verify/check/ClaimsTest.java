package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.BUILDER;
import static dev.whence.provenance.CheckKind.IDENTITY;
import static dev.whence.verify.Statuses.assertRejected;
import static dev.whence.verify.Statuses.assertStatuses;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.demo.sigstore.CiRun;
import dev.whence.demo.sigstore.Fault;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.ProvenanceRequest;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.Workflow;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.verify.GeneratedTrust;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A build may write into its predicate what it likes: every place where it could lie about its run
 * is held against the certificate, in each format.
 */
class ClaimsTest {

  private static final GeneratedTrust TRUST = new GeneratedTrust();

  private static final String REPOSITORY = "https://github.com/tidewater-labs/brine";
  private static final String GITLAB = "https://gitlab.com/tidewater/tools/brine";
  private static final String REF = "refs/tags/v2.1.0";
  private static final String COMMIT = "6f1d3a90b2c44e58a7c01fd2b95e83c7d64a0b19";
  private static final String OTHER_COMMIT = "0".repeat(40);
  private static final String WORKFLOW = ".github/workflows/release.yml";
  private static final String QUALIFIED = "tidewater-labs/brine/" + WORKFLOW + "@" + REF;
  private static final String RUN = REPOSITORY + "/actions/runs/9080771234/attempts/1";
  private static final String RUNNER = "https://github.com/actions/runner/";

  /** One place of a predicate: what it may say, what it may not, and how the reason names it. */
  record Place(String pointer, String truth, String lie, String about) {}

  private static final String DEFINITION = "/buildDefinition";
  private static final String GITHUB = DEFINITION + "/internalParameters/github/";
  private static final String DEFINED = DEFINITION + "/externalParameters/workflow/";
  private static final String SOURCE = DEFINITION + "/resolvedDependencies/0/";

  private static final List<Place> V1 =
      List.of(
          new Place(DEFINED + "repository", REPOSITORY, REPOSITORY + "2", "repository"),
          new Place(DEFINED + "ref", REF, "refs/heads/main", "workflow ref"),
          new Place(DEFINED + "path", WORKFLOW, ".github/workflows/other.yml", "workflow"),
          new Place(DEFINED + "path", WORKFLOW, "workflows/release.yml", "workflow"),
          new Place(GITHUB + "event_name", "push", "workflow_dispatch", "trigger"),
          new Place(GITHUB + "repository_id", "501223944", "501223945", "repository id"),
          new Place(GITHUB + "repository_owner_id", "88120331", "88120332", "owner id"),
          new Place(GITHUB + "runner_environment", "github-hosted", "self-hosted", "runner"),
          new Place(SOURCE + "uri", "git+" + REPOSITORY, "git+" + REPOSITORY + "2", "repository"),
          new Place(
              SOURCE + "uri",
              "git+" + REPOSITORY + "@" + REF,
              "git+" + REPOSITORY + "@refs/heads/main",
              "ref"),
          new Place(SOURCE + "digest/gitCommit", COMMIT, OTHER_COMMIT, "commit"),
          new Place(
              "/runDetails/builder/id", RUNNER + "github-hosted", RUNNER + "self-hosted", "runner"),
          new Place("/runDetails/metadata/invocationId", RUN, RUN.replace("/1", "/2"), "run"),
          new Place("/runDetails/metadata/invocationId", RUN, RUN.replace("9080", "9081"), "run"));

  private static final String CONFIG = "/invocation/configSource/";
  private static final String ENVIRONMENT = "/invocation/environment/";

  /** What v0.2 on GitHub states, and certificates of early 2023, too. */
  private static final List<Place> V02_EARLY =
      List.of(
          new Place(
              CONFIG + "uri",
              "git+" + REPOSITORY + "@" + REF,
              "git+" + REPOSITORY + "2@" + REF,
              "repository"),
          new Place(
              CONFIG + "uri",
              "git+" + REPOSITORY + "@" + REF,
              "git+" + REPOSITORY + "@refs/heads/main",
              "ref"),
          new Place(CONFIG + "digest/sha1", COMMIT, OTHER_COMMIT, "commit"),
          new Place(CONFIG + "entryPoint", WORKFLOW, ".github/workflows/other.yml", "workflow"),
          new Place(CONFIG + "entryPoint", QUALIFIED, QUALIFIED.replace("v2", "v1"), "workflow"),
          new Place(CONFIG + "entryPoint", QUALIFIED, "x/" + QUALIFIED, "workflow"),
          new Place(ENVIRONMENT + "GITHUB_EVENT_NAME", "push", "schedule", "trigger"),
          new Place(
              ENVIRONMENT + "GITHUB_REPOSITORY",
              "tidewater-labs/brine",
              "low-water/brine",
              "repository"),
          new Place(ENVIRONMENT + "GITHUB_SHA", COMMIT, OTHER_COMMIT, "commit"),
          new Place(ENVIRONMENT + "GITHUB_REF", REF, "refs/tags/v2.1.1", "ref"),
          new Place(
              ENVIRONMENT + "GITHUB_WORKFLOW_REF",
              QUALIFIED,
              QUALIFIED.replace("release.yml", "other.yml"),
              "workflow"),
          new Place(
              "/materials/0/uri", "git+" + REPOSITORY, "git+" + REPOSITORY + "2", "repository"),
          new Place(
              "/materials/0/uri",
              "git+" + REPOSITORY + "@" + REF,
              "git+" + REPOSITORY + "@refs/heads/main",
              "ref"),
          new Place("/materials/0/digest/sha1", COMMIT, OTHER_COMMIT, "commit"));

  /** What only later certificates state. */
  private static final List<Place> V02_LATER =
      List.of(
          new Place(
              ENVIRONMENT + "GITHUB_REPOSITORY_ID", "501223944", "501223945", "repository id"),
          new Place(ENVIRONMENT + "GITHUB_REPOSITORY_OWNER_ID", "88120331", "1", "owner id"),
          new Place(ENVIRONMENT + "GITHUB_WORKFLOW_SHA", COMMIT, OTHER_COMMIT, "workflow's commit"),
          new Place(ENVIRONMENT + "GITHUB_RUN_ID", "9080771234", "9080771235", "run"),
          new Place(ENVIRONMENT + "GITHUB_RUN_ATTEMPT", "1", "2", "run"),
          new Place("/metadata/buildInvocationId", "9080771234-1", "9080771235-1", "run"),
          new Place("/metadata/buildInvocationId", "9080771234-1", "9080771234-2", "run"));

  private static final String PARAMETERS = "/invocation/parameters/";
  private static final String JOB = GITLAB + "/-/jobs/6512090441";

  private static final List<Place> ON_GITLAB =
      List.of(
          new Place(CONFIG + "uri", "git+" + GITLAB, "git+" + GITLAB + "2", "repository"),
          new Place(CONFIG + "digest/sha1", COMMIT, OTHER_COMMIT, "commit"),
          new Place(PARAMETERS + "CI_PROJECT_URL", GITLAB, GITLAB + "2", "repository"),
          new Place(PARAMETERS + "CI_PROJECT_PATH", "tidewater/tools/brine", "a/b", "repository"),
          new Place(PARAMETERS + "CI_PROJECT_ID", "41220118", "41220119", "repository id"),
          new Place(PARAMETERS + "CI_PROJECT_NAMESPACE_ID", "7710", "7711", "owner id"),
          new Place(PARAMETERS + "CI_COMMIT_SHA", COMMIT, OTHER_COMMIT, "commit"),
          new Place(PARAMETERS + "CI_COMMIT_REF_NAME", "main", "next", "ref"),
          new Place(PARAMETERS + "CI_COMMIT_BRANCH", "main", "next", "ref"),
          new Place(PARAMETERS + "CI_COMMIT_TAG", "main", "v1.0.0", "ref"),
          new Place(PARAMETERS + "CI_CONFIG_PATH", ".gitlab-ci.yml", "other.yml", "workflow"),
          new Place(PARAMETERS + "CI_PIPELINE_SOURCE", "push", "web", "trigger"),
          new Place(PARAMETERS + "CI_JOB_ID", "6512090441", "6512090442", "run"),
          new Place(PARAMETERS + "CI_JOB_URL", JOB, JOB + "0", "run"),
          new Place(ENVIRONMENT + "project", "tidewater/tools/brine", "a/b", "repository"),
          new Place(ENVIRONMENT + "job/id", "6512090441", "1", "run"),
          new Place("/metadata/buildInvocationId", JOB, JOB + "0", "run"),
          new Place("/materials/0/uri", "git+" + GITLAB, "git+" + GITLAB + "2", "repository"),
          new Place("/materials/0/digest/sha1", COMMIT, OTHER_COMMIT, "commit"),
          new Place(
              "/builder/id",
              GITLAB + "/-/runners/12270835",
              GITLAB + "2/-/runners/12270835",
              "runner's project"));

  static Stream<Arguments> places() {
    List<Arguments> all = new ArrayList<>();
    Map<Shape, List<List<Place>>> formats =
        Map.of(
            Shape.NPM_CLI_V1, List.of(V1),
            Shape.NPM_CLI_V1_DSSE, List.of(V1),
            Shape.NPM_CLI_V1_REKOR_V2, List.of(V1),
            Shape.NPM_CLI_BETA, List.of(V02_EARLY),
            Shape.NPM_CLI_V02, List.of(V02_EARLY, V02_LATER),
            Shape.SLSA3_NODE, List.of(V02_EARLY, V02_LATER),
            Shape.NPM_CLI_GITLAB, List.of(ON_GITLAB));
    formats.forEach(
        (shape, lists) ->
            lists.stream().flatMap(List::stream).forEach(p -> all.add(Arguments.of(shape, p))));
    return all.stream();
  }

  private static AttestationWithVerdict verify(Shape shape, String pointer, String value) {
    return verify(GeneratedTrust.request(shape), pointer, value);
  }

  private static AttestationWithVerdict verify(
      ProvenanceRequest request, String pointer, String value) {
    int slash = pointer.lastIndexOf('/');
    var bundle =
        TRUST
            .sigstore()
            .provenance(
                request,
                predicate ->
                    ((ObjectNode) predicate.at(pointer.substring(0, slash)))
                        .put(pointer.substring(slash + 1), value));
    var publish = TRUST.sigstore().publish(GeneratedTrust.publishRequest());
    return TRUST.verify(IssuedBundle.response(bundle, publish), TRUST.expected()).getFirst();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("places")
  void shouldRejectALieWhereverItIsTold(Shape shape, Place place) {
    AttestationWithVerdict honest = verify(shape, place.pointer(), place.truth());
    assertStatuses(honest, Verdict.Outcome.VERIFIED, Map.of());
    AttestationWithVerdict item = verify(shape, place.pointer(), place.lie());
    assertRejected(item, IDENTITY);
    assertThat(item.verdict().failures().getFirst().reason())
        .contains("claims the " + place.about() + " “");
  }

  @Test
  void shouldNotJudgeWhatAnEarlyCertificateDoesNotState() {
    assertThat(V02_LATER).hasSizeGreaterThan(5);
    for (Place place : V02_LATER) {
      assertStatuses(
          verify(Shape.NPM_CLI_BETA, place.pointer(), place.lie()),
          Verdict.Outcome.VERIFIED,
          Map.of());
    }
  }

  @Test
  void shouldRefuseARunThatIsNamedInNoKnownForm() {
    for (Shape shape : List.of(Shape.NPM_CLI_V02, Shape.NPM_CLI_BETA)) {
      assertRejected(verify(shape, "/metadata/buildInvocationId", "the nightly one"), IDENTITY);
    }
    assertRejected(
        verify(Shape.NPM_CLI_V1_DSSE, "/runDetails/metadata/invocationId", "9080771234"), IDENTITY);
  }

  @Test
  void shouldRefuseASourceThatIsNotNamed() {
    for (String field : List.of("uri", "digest")) {
      var bundle =
          TRUST
              .sigstore()
              .provenance(
                  GeneratedTrust.request(Shape.NPM_CLI_V1),
                  predicate -> {
                    ((ObjectNode) predicate.at(DEFINITION + "/externalParameters/workflow"))
                        .remove("repository");
                    ObjectNode source =
                        (ObjectNode) predicate.at(DEFINITION + "/resolvedDependencies/0");
                    source.remove(field);
                  });
      var publish = TRUST.sigstore().publish(GeneratedTrust.publishRequest());
      assertRejected(
          TRUST.verify(IssuedBundle.response(bundle, publish), TRUST.expected()).getFirst(),
          IDENTITY);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TWO_ISSUERS", "OTHER_BUILD_SIGNER"})
  void shouldRejectACertificateThatContradictsItself(Fault fault) {
    for (Shape shape : List.of(Shape.NPM_CLI_V1_DSSE, Shape.NPM_CLI_V02, Shape.SLSA3_NODE)) {
      assertRejected(TRUST.verify(GeneratedTrust.request(shape).with(fault)), IDENTITY);
    }
  }

  /** What the predicate alone says, the build itself has written. */
  @Test
  void shouldRejectASourceThatTheCertificateDoesNotState() {
    for (Shape shape :
        List.of(Shape.NPM_CLI_V1_DSSE, Shape.NPM_CLI_V02, Shape.NPM_CLI_GITLAB, Shape.SLSA3_NODE)) {
      AttestationWithVerdict item =
          TRUST.verify(GeneratedTrust.request(shape).with(Fault.UNSTATED_SOURCE));
      assertRejected(item, IDENTITY);
    }
  }

  @Test
  void shouldLeaveOpenWhatAnUnknownServiceVouchesFor() {
    for (Shape shape : List.of(Shape.NPM_CLI_V1_DSSE, Shape.NPM_CLI_V02, Shape.SLSA3_NODE)) {
      var item = TRUST.verify(GeneratedTrust.request(shape).with(Fault.FOREIGN_ISSUER));
      assertStatuses(
          item,
          Verdict.Outcome.INCONCLUSIVE,
          Map.of(IDENTITY, CheckStatus.INCONCLUSIVE, BUILDER, CheckStatus.INCONCLUSIVE));
      assertThat(item.verdict().missing())
          .singleElement()
          .matches(missing -> missing.kind() == MissingTrust.Kind.ISSUER);
    }
  }

  /** GitLab lets projects have the names of what is inside of others. */
  @ParameterizedTest
  @ValueSource(strings = {"releases", "actions", "src"})
  void shouldVerifyAProjectThatIsNamedAsAPartOfOthers(String name) {
    CiRun run =
        GeneratedTrust.run(Shape.NPM_CLI_GITLAB)
            .withSource(
                new CiRun.Repository("gitlab.com", "tidewater/tools", name, 41_220_118L, 7_710L));
    AttestationWithVerdict item =
        TRUST.verify(
            ProvenanceRequest.of(
                Shape.NPM_CLI_GITLAB, GeneratedTrust.SUBJECT, run, GeneratedTrust.SIGNED_AT));
    assertStatuses(item, Verdict.Outcome.VERIFIED, Map.of());
    Provenance provenance = requireNonNull(requireNonNull(item.attestation()).provenance());
    assertThat(requireNonNull(provenance.source()).url()).isEqualTo(run.source().url());
  }

  /** The npm CLI parts path and ref at the first {@code @}. */
  @Test
  void shouldVerifyAWorkflowWhoseFileHasTheSignThatPartsPathAndRef() {
    String path = ".github/workflows/re@lease.yml";
    ProvenanceRequest request =
        ProvenanceRequest.of(
            Shape.NPM_CLI_V1_DSSE,
            GeneratedTrust.SUBJECT,
            GeneratedTrust.RUN.withWorkflow(new CiRun.Workflow("Release", path, null)),
            GeneratedTrust.SIGNED_AT);
    AttestationWithVerdict item = parted(request, "lease.yml@" + REF);
    assertStatuses(item, Verdict.Outcome.VERIFIED, Map.of());
    Provenance provenance = requireNonNull(requireNonNull(item.attestation()).provenance());
    assertThat(provenance.workflow()).isEqualTo(new Workflow(path, REF));
    for (String lie : List.of("lease.yml@refs/heads/main", "lease2.yml@" + REF, "@" + REF, REF)) {
      assertRejected(parted(request, lie), IDENTITY);
    }
  }

  private static AttestationWithVerdict parted(ProvenanceRequest request, String ref) {
    var bundle =
        TRUST
            .sigstore()
            .provenance(
                request,
                predicate ->
                    ((ObjectNode) predicate.at(DEFINITION + "/externalParameters/workflow"))
                        .put("path", ".github/workflows/re")
                        .put("ref", ref));
    var publish = TRUST.sigstore().publish(GeneratedTrust.publishRequest());
    return TRUST.verify(IssuedBundle.response(bundle, publish), TRUST.expected()).getFirst();
  }

  @Test
  void shouldRefuseTheIsolatedBuilderUnderAnotherIdentity() {
    var request = GeneratedTrust.request(Shape.SLSA3_NODE);
    assertRejected(
        TRUST.verify(
            new ProvenanceRequest(
                request.shape(),
                request.subject(),
                GeneratedTrust.RUN,
                GeneratedTrust.RUN,
                request.signedAt(),
                Set.of())),
        IDENTITY);
  }

  @Test
  void shouldRefuseAnotherWorkflowsNameForTheBuilder() {
    assertThat(
            verify(
                    Shape.NPM_CLI_V1_DSSE,
                    "/runDetails/builder/id",
                    "https://github.com/low-water/ci/.github/workflows/build.yml@refs/tags/v1")
                .verdict()
                .failures())
        .singleElement()
        .matches(check -> check.kind() == IDENTITY)
        .matches(check -> check.reason().contains("claims the builder"));
  }
}
