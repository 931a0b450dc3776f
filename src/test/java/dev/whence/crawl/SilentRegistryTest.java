package dev.whence.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.catalog.Evidence;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.PackageName;
import dev.whence.testing.Recording;
import dev.whence.testing.ReplayRegistry;
import dev.whence.testing.ReplayRegistry.Request;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A mirror that passes on neither signatures nor attestations: what it leaves out is not known. */
@EnabledIf("isRecordingPresent")
class SilentRegistryTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Recorded from npm itself, with all that it signs. */
  private static final List<String> NAMES = List.of("nuxt", "ufo", "vue", "is-odd", "create-nuxt");

  private ReplayRegistry registry;
  private TestCrawl crawl;

  static boolean isRecordingPresent() {
    return Recording.isPresent();
  }

  @BeforeEach
  void start() {
    registry = ReplayRegistry.start();
    crawl = new TestCrawl(registry);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private void strip(String name) {
    try {
      JsonNode packument = MAPPER.readTree(registry.recorded("/" + name).orElseThrow());
      for (JsonNode version : packument.get("versions")) {
        ((ObjectNode) version.get("dist")).remove(List.of("signatures", "attestations"));
      }
      registry.answer("/" + name, MAPPER.writeValueAsBytes(packument));
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  private void crawlStripped(List<String> names) {
    names.forEach(this::strip);
    names.forEach(crawl::crawl);
  }

  /** The evidence of versions that the registry has. */
  private Set<Evidence> evidence(String... names) {
    return Arrays.stream(names)
        .flatMap(name -> versions(name).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Evidence.class)));
  }

  private List<Evidence> versions(String name) {
    return crawl.catalog.packages.find(new PackageName(name)).orElseThrow().versions().stream()
        .filter(version -> version.removedAt() == null)
        .map(dev.whence.catalog.read.VersionSummary::evidence)
        .toList();
  }

  @Test
  void shouldCallUnknownWhatAMirrorDoesNotPassOn() {
    crawlStripped(NAMES);

    assertThat(evidence(NAMES.toArray(String[]::new))).containsExactly(Evidence.UNKNOWN);
    assertThat(crawl.catalog.stored.silentSince()).contains(crawl.clock.instant());
    assertThat(crawl.catalog.overview.crawl(0, 0).versionsByEvidence())
        .containsEntry(Evidence.NONE, 0L);
    assertThat(registry.requests()).noneMatch(Request::isForAttestations);
  }

  @Test
  void shouldNotConcludeFromAFew() {
    crawlStripped(NAMES.subList(0, 4));
    crawl.crawl(NAMES.getFirst());
    crawl.followSilence();

    assertThat(crawl.catalog.stored.silentSince()).isEmpty();
    assertThat(evidence("nuxt")).containsExactly(Evidence.NONE);
  }

  @Test
  void shouldNotCallARegistrySilentThatPassesOnOneSignature() {
    crawl.crawl("@types/is-odd");
    crawlStripped(NAMES);
    crawl.followSilence();

    assertThat(crawl.catalog.stored.silentSince()).isEmpty();
    assertThat(evidence("is-odd", "ufo")).containsExactly(Evidence.NONE);
  }

  @Test
  void shouldFetchWhatItNowPassesOn() {
    crawlStripped(NAMES);
    registry.answerAsRecorded();
    crawl.crawl("nuxt");

    assertThat(crawl.catalog.stored.silentSince()).isEmpty();
    assertThat(evidence("nuxt"))
        .contains(Evidence.NONE, Evidence.VERIFIED)
        .doesNotContain(Evidence.UNKNOWN);
    assertThat(signature("nuxt")).isEqualTo(CheckStatus.PASSED);
    // Nobody has asked for the others yet: nothing more is known of them.
    assertThat(evidence("ufo")).containsExactly(Evidence.UNKNOWN);
  }

  private CheckStatus signature(String name) {
    String latest =
        crawl
            .catalog
            .packages
            .find(new PackageName(name))
            .orElseThrow()
            .latest()
            .orElseThrow()
            .version();
    return java.util.Objects.requireNonNull(
            crawl
                .catalog
                .packages
                .find(new PackageName(name), latest)
                .orElseThrow()
                .registrySignature())
        .status();
  }

  @Test
  void shouldAskAgainForTheOthersSoon() {
    crawlStripped(NAMES);
    registry.answerAsRecorded();
    crawl.crawl("nuxt");
    crawl.followSilence();

    Set<String> unplanned =
        crawl.catalog.plans.unplanned(0, 100).stream()
            .map(one -> one.name().value())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unplanned).contains("create-nuxt", "is-odd", "vue", "ufo").doesNotContain("nuxt");
  }

  @Test
  void shouldReadAnUnchangedPackumentAgainOnceTheRegistrySpeaks() {
    crawlStripped(NAMES);
    registry.answerAsRecorded();
    crawl.crawl("nuxt");
    strip("ufo");
    registry.forgetRequests();
    crawl.crawl("ufo");

    assertThat(registry.requests().getFirst().ifNoneMatch()).isNull();
    assertThat(evidence("ufo")).containsExactly(Evidence.NONE);
  }

  @Test
  void shouldStayPoliteWhileTheRegistryIsSilent() {
    crawlStripped(NAMES);
    registry.forgetRequests();
    crawl.crawl("ufo");

    assertThat(registry.requests().getFirst().ifNoneMatch()).isNotNull();
    assertThat(evidence("ufo")).containsExactly(Evidence.UNKNOWN);
  }

  @Test
  void shouldKeepWhatWasKnownWhenARegistryFallsSilent() {
    NAMES.forEach(crawl::crawl);
    crawlStripped(NAMES);
    crawl.followSilence();

    assertThat(crawl.catalog.stored.silentSince()).contains(crawl.clock.instant());
    assertThat(evidence("nuxt", "ufo"))
        .contains(Evidence.VERIFIED, Evidence.NONE)
        .doesNotContain(Evidence.UNKNOWN);

    strip("@types/is-odd");
    crawl.crawl("@types/is-odd");
    assertThat(evidence("@types/is-odd")).containsExactly(Evidence.UNKNOWN);
  }

  @Test
  void shouldKeepCallingRemovedWhatWasRemovedBeforeItWasSeen() {
    crawlStripped(NAMES);

    assertThat(
            crawl
                .catalog
                .packages
                .find(new PackageName("nuxt"), "0.6.0")
                .orElseThrow()
                .summary()
                .evidence())
        .isEqualTo(Evidence.REMOVED);
    assertThat(evidence("nuxt")).containsExactly(Evidence.UNKNOWN);
    assertThat(
            crawl
                .catalog
                .lists
                .versions(
                    dev.whence.catalog.filter.ListFilter.versions()
                        .with(dev.whence.catalog.filter.VersionField.COUNTED, "yes"),
                    dev.whence.catalog.filter.VersionOrder.NEWEST,
                    0,
                    1)
                .total())
        .isZero();
  }
}
