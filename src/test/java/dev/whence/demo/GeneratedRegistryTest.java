package dev.whence.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Packument;
import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationKind;
import dev.whence.registry.TestRegistryClient;
import dev.whence.registry.npm.AttestationsFetch;
import dev.whence.registry.npm.DownloadsApi;
import dev.whence.registry.npm.DownloadsFetch;
import dev.whence.registry.npm.PackumentFetch;
import dev.whence.registry.npm.RegistryClient;
import dev.whence.verify.AttestationVerifier;
import dev.whence.verify.VerifiedResponse;
import dev.whence.verify.check.ExpectedVersion;
import dev.whence.verify.trust.TrustMaterial;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the generated registry serves by HTTP is what its stories say, and really verifies. */
class GeneratedRegistryTest {

  private static final Edition EDITION =
      new Edition("test", 45, 60, Instant.parse("2026-11-20T12:00:00Z"));

  @TempDir static Path folder;

  private static GeneratedRegistry registry;
  private static RegistryClient client;
  private static AttestationVerifier verifier;

  @BeforeAll
  static void start() throws Exception {
    registry = GeneratedRegistry.start(EDITION, folder.resolve("store"));
    client = TestRegistryClient.of(registry.url());
    verifier =
        new AttestationVerifier(
            TrustMaterial.parse(
                registry.trustedRoot(), registry.npmKeys(), "generated", EDITION.now()));
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void shouldVerifyAllButTheStoriesOfTrouble() {
    Map<String, String> unusual = new TreeMap<>();
    int verified = 0;
    for (PackageName name : registry.names()) {
      for (PackumentVersion version : packument(name).versions()) {
        String outcome = outcome(name, version);
        if (outcome.equals("VERIFIED")) {
          verified++;
        } else if (!outcome.equals("none")) {
          unusual.put(name + "@" + version.version(), outcome);
        }
      }
    }
    assertThat(unusual)
        .isEqualTo(
            Map.of(
                "driftglass@3.0.1", "missing",
                "driftglass@3.1.0", "missing",
                "falsepetal@0.1.0", "REJECTED",
                "hollowreed@1.1.0", "publish only",
                "lanternfish@1.2.0", "REJECTED",
                "mossgarden@1.1.0", "unreadable"));
    assertThat(verified).isGreaterThan(100);
  }

  @Test
  void shouldHaveAsManyPackagesAsAskedFor() {
    assertThat(registry.names()).hasSize(45).doesNotHaveDuplicates();
  }

  @Test
  void shouldSignEveryVersion() {
    for (PackageName name : registry.names()) {
      for (PackumentVersion version : packument(name).versions()) {
        assertThat(verifier.verifyRegistrySignature(expected(name, version)))
            .as("%s@%s", name, version.version())
            .extracting("status")
            .isEqualTo(CheckStatus.PASSED);
      }
    }
  }

  @Test
  void shouldShowWhatIsGone() {
    assertThat(packument(new PackageName("ghostpine")).unpublishedAt()).isNotNull();
    assertThat(packument(new PackageName("plumbline")).removedVersions())
        .containsOnlyKeys("1.14.1", "0.30.4");
    assertThat(packument(new PackageName("plumbline")).distTags())
        .containsEntry("latest", "1.14.0");
  }

  @Test
  void shouldReachEachLevel() {
    assertThat(provenance("ironwick", "1.2.0").level()).isEqualTo(SlsaLevel.L3);
    assertThat(provenance("brinekit", "3.3.0").level()).isEqualTo(SlsaLevel.L2);
    assertThat(provenance("saltmarsh", "1.3.0").level()).isEqualTo(SlsaLevel.L2);
    assertThat(provenance("copperleaf", "2.2.0").level()).isNull();
  }

  @Test
  void shouldAnswerConditionalRequests() {
    PackageName name = new PackageName("@tidewater/core");
    PackumentFetch.Found found = (PackumentFetch.Found) client.packument(name, null, null);
    assertThat(found.etag()).isNotNull();
    assertThat(client.packument(name, found.etag(), null))
        .isInstanceOf(PackumentFetch.NotModified.class);
  }

  @Test
  void shouldCountDownloads() {
    DownloadsApi downloads = TestRegistryClient.downloads(registry.url());
    assertThat(downloads.lastMonth(List.of(new PackageName("@gullwing/parse"))))
        .isInstanceOfSatisfying(
            DownloadsFetch.Found.class, found -> assertThat(found.downloads()).hasSize(1));
    assertThat(downloads.lastMonth(List.of(new PackageName("no-such-thing"))))
        .isEqualTo(new DownloadsFetch.Found(List.of()));
  }

  @Test
  void shouldBeTheSameRegistryAgain() {
    try (GeneratedRegistry again = GeneratedRegistry.start(EDITION, folder.resolve("again"))) {
      RegistryClient other = TestRegistryClient.of(again.url());
      PackageName name = new PackageName("sedgewick");
      assertThat(((AttestationsFetch.Found) other.attestations(name, "1.2.0")).body())
          .isEqualTo(((AttestationsFetch.Found) client.attestations(name, "1.2.0")).body());
      assertThat(again.trustedRoot()).isEqualTo(registry.trustedRoot());
      PackumentFetch.Found found = (PackumentFetch.Found) client.packument(name, null, null);
      assertThat(other.packument(name, found.etag(), null))
          .isInstanceOf(PackumentFetch.NotModified.class);
    }
  }

  private static Packument packument(PackageName name) {
    return ((PackumentFetch.Found) client.packument(name, null, null)).packument();
  }

  private static Verdict provenance(String name, String version) {
    PackageName packageName = new PackageName(name);
    PackumentVersion found =
        packument(packageName).versions().stream()
            .filter(candidate -> candidate.version().equals(version))
            .findFirst()
            .orElseThrow();
    AttestationsFetch.Found served =
        (AttestationsFetch.Found) client.attestations(packageName, version);
    return ((VerifiedResponse.Read) verifier.verify(served.body(), expected(packageName, found)))
        .items()
        .get(1)
        .verdict();
  }

  private static String outcome(PackageName name, PackumentVersion version) {
    if (version.attestationsUrl() == null) {
      return "none";
    }
    return switch (client.attestations(name, version.version())) {
      case AttestationsFetch.Missing _ -> "missing";
      case AttestationsFetch.Found found ->
          outcome(verifier.verify(found.body(), expected(name, version)));
      case AttestationsFetch.Refused _, AttestationsFetch.Failed _ -> "failed";
    };
  }

  private static String outcome(VerifiedResponse response) {
    return switch (response) {
      case VerifiedResponse.Unreadable _ -> "unreadable";
      case VerifiedResponse.Read read ->
          read.items().stream()
              .filter(
                  item ->
                      item.attestation() != null
                          && item.attestation().kind() == AttestationKind.PROVENANCE)
              .map(item -> item.verdict().outcome().name())
              .findFirst()
              .orElse("publish only");
    };
  }

  private static ExpectedVersion expected(PackageName name, PackumentVersion version) {
    return new ExpectedVersion(
        name, version.version(), version.integrity(), version.signatures(), version.publishedAt());
  }
}
