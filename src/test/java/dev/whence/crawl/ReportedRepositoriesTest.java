package dev.whence.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.RepositoryDetail;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.SourceRepository;
import dev.whence.testing.ReplayRegistry;
import dev.whence.testing.Shared;
import dev.whence.web.facts.DeclaredWords;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The repositories of the packages made from public bug reports, crawled as the product does. */
class ReportedRepositoriesTest {

  private static final String SAME = "github.com/bh-owner/bh-repo matches";

  private static TestCrawl crawl;

  @BeforeAll
  static void crawlThem() {
    Path reports = Shared.folder("reports");
    crawl =
        new TestCrawl(
            ReplayRegistry.ofReports().url(),
            Map.of(
                "whence.trust.trusted-root", reports.resolve("serve/trusted_root.json").toString(),
                "whence.trust.npm-keys", reports.resolve("serve/keys.json").toString()));
  }

  private static VersionDetail version(String name, String version) {
    crawl.crawl(name);
    return crawl.catalog.packages.find(new PackageName(name), version).orElseThrow();
  }

  private static String declared(String name) {
    VersionDetail version = version(name, "1.0.0");
    @Nullable SourceRepository stated =
        Objects.requireNonNull(version.summary().provenance()).source();
    return DeclaredWords.compare(version.declaredRepositoryUrl(), stated, Evidence.VERIFIED)
        .toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bh01-bare",
        "bh01-bare-branch",
        "bh01-bare-obj",
        "bh01-gh-prefix",
        "bh01-no-scheme",
        "bh01-www",
        "bh02-dotgit-slash",
        "bh02-double-git",
        "bh02-double-scheme",
        "bh02-double-slash",
        "bh02-git",
        "bh02-git-at",
        "bh02-git-https-colon",
        "bh02-git-ssh",
        "bh02-https-port",
        "bh02-scp",
        "bh02-scp-ssh",
        "bh02-ssh",
        "bh02-ssh-port",
        "bh02-token",
        "bh02-trailing-space",
        "bh02-url-query",
        "bh03-issues",
        "bh03-releases",
        "bh03-short-tree",
        "bh03-tree",
        "bh03-wiki",
      })
  void shouldFindTheSameRepositoryInEveryFormOfItsAddress(String name) {
    assertThat(declared(name)).isEqualTo(SAME);
  }

  @Test
  void shouldTakeNoNoticeOfLetterCase() {
    assertThat(declared("bh02-upper")).isEqualTo("github.com/BH-Owner/BH-Repo matches");
  }

  @ParameterizedTest
  @CsvSource({
    "bh01-bb-prefix, bitbucket.org/bh-owner/bh-repo",
    "bh01-gl-prefix, gitlab.com/bh-owner/bh-repo",
    "bh01-gist, gist.github.com/11081aaa281",
    "bh01-gist-url, gist.github.com/11081aaa281",
  })
  void shouldTellAnotherPlaceThatTheShorthandNames(String name, String place) {
    assertThat(declared(name)).isEqualTo(place + " another repository");
  }

  @Test
  void shouldMakeNoRepositoryOfWhatIsInsideOne() {
    version("bh03-issues", "1.0.0");
    version("bh03-tree", "1.0.0");

    assertThat(
            crawl.catalog.query(
                "SELECT owner || '/' || name FROM repository WHERE owner LIKE '%/%'"))
        .isEmpty();
  }

  @Test
  void shouldKeepNoCredentials() {
    assertThat(version("bh02-token", "1.0.0").declaredRepositoryUrl())
        .isEqualTo("git+https://github.com/bh-owner/bh-repo.git");
    assertThat(crawl.catalog.query("SELECT v::text FROM version v").toString())
        .doesNotContain("secret");
  }

  @Test
  void shouldFollowTheIdWhenNamesChangeAndPassOn() {
    crawl.crawl("bh41-rename");

    RepositoryDetail now = repository("bh-new/bh-repo");
    assertThat(now.repository().repositoryId()).isEqualTo("9999");
    assertThat(now.repository().ownerId()).isEqualTo("8888");
    assertThat(now.repository().owner()).isEqualTo("BH-New");
    assertThat(versionsOf("bh41-rename", now)).isEqualTo(5);
    assertThat(now.otherNames()).isEmpty();
    assertThat(now.otherHolders())
        .extracting(other -> other.repository().repositoryId())
        .containsExactly("1101");

    RepositoryDetail before = repository("bh-old/bh-repo");
    assertThat(before.repository().repositoryId()).isEqualTo("1101");
    assertThat(versionsOf("bh41-rename", before)).isEqualTo(2);
    assertThat(before.otherNames())
        .filteredOn(other -> other.repository().owner().equals("bh-new"))
        .singleElement()
        .satisfies(
            other -> {
              assertThat(other.isLater()).isTrue();
              assertThat(other.repository().isPassedOn()).isTrue();
            });

    RepositoryDetail byId = crawl.catalog.repositories.findById("github.com", "1101").orElseThrow();
    assertThat(byId.repository().isPassedOn()).isTrue();
    assertThat(byId.packages()).isEqualTo(before.packages());
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.0, 1.1.0, true",
    "1.1.0, 1.2.0, false",
    "1.2.0, 1.3.0, true",
    "1.3.0, 1.4.0, true",
    "1.4.0, 1.5.0, true",
    "1.5.0, 1.6.0, true",
  })
  void shouldCompareVersionsByTheRepositorysId(String earlier, String later, boolean isSame) {
    SourceRepository from = source("bh41-rename", earlier);

    assertThat(from.isSame(source("bh41-rename", later))).isEqualTo(isSame);
  }

  private static long versionsOf(String name, RepositoryDetail builtFrom) {
    return builtFrom.packages().stream()
        .filter(built -> built.name().equals(name))
        .mapToLong(RepositoryDetail.BuiltPackage::versions)
        .sum();
  }

  private static SourceRepository source(String name, String version) {
    return Objects.requireNonNull(
        Objects.requireNonNull(version(name, version).summary().provenance()).source());
  }

  private static RepositoryDetail repository(String ownerAndName) {
    int slash = ownerAndName.indexOf('/');
    return crawl
        .catalog
        .repositories
        .find("github.com", ownerAndName.substring(0, slash), ownerAndName.substring(slash + 1))
        .orElseThrow();
  }
}
