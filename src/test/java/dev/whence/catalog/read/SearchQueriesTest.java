package dev.whence.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.address.ListPaths;
import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.catalog.write.PackageCrawl;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Verdict;
import dev.whence.testing.Crawls;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueriesTest {

  private final CatalogDatabase database = new CatalogDatabase();
  private final CrawlWriter writer = database.writer;
  private final SearchQueries search = database.search;

  private void know(String... names) {
    writer.addPackages(Arrays.stream(names).map(PackageName::new).toList(), Crawls.FIRST);
  }

  private void downloads(String name, long lastMonth) {
    database.storeDownloads(new PackageName(name), lastMonth, Crawls.FIRST);
  }

  private List<String> names(String text) {
    return packages(text, null, 0, 50).items().stream().map(PackageSummary::name).toList();
  }

  private Page<PackageSummary> packages(
      String text, @Nullable EvidenceWord evidence, int offset, int limit) {
    ListFilter<PackageField> all = ListFilter.packages();
    ListFilter<PackageField> named = text.isBlank() ? all : all.with(PackageField.TEXT, text);
    return database.lists.packages(
        evidence == null ? named : named.with(PackageField.EVIDENCE, evidence),
        PackageOrder.MATCH,
        offset,
        limit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"neraby", "nearb", "nesrby", "nearbyy", "NearBy", "nearby"})
  void shouldFindNamesThatAreAlmostTheTypedOne(String typed) {
    writer.store(Crawls.of("nearby").version("1.0.0").build());
    writer.store(Crawls.of("nearbying").version("1.0.0").build());

    assertThat(search.near(new PackageName(typed))).containsExactly("nearby");
  }

  @Test
  void shouldPutTheExactNameFirstThenPrefixesThenTheRest() {
    know("core-js", "@babel/core", "core", "encore", "hardcore-x", "other");
    downloads("core-js", 50);
    downloads("@babel/core", 90);
    downloads("hardcore-x", 500);
    downloads("encore", 100);
    downloads("core", 1);

    assertThat(names("core"))
        .containsExactly("core", "@babel/core", "core-js", "hardcore-x", "encore");
    assertThat(names("@babel/co")).containsExactly("@babel/core");
    assertThat(names("babel")).containsExactly("@babel/core");
    assertThat(names(" CORE "))
        .containsExactly("core", "@babel/core", "core-js", "hardcore-x", "encore");
  }

  @Test
  void shouldPreferTheCaseThatWasAskedFor() {
    know("jsonstream", "JSONStream");
    downloads("jsonstream", 10);

    assertThat(names("JSONStream")).containsExactly("JSONStream", "jsonstream");
    assertThat(names("jsonstream")).containsExactly("jsonstream", "JSONStream");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "\\", "a%", "';--", "_%", "\\_", "\ud800"})
  void shouldTakeWhatSqlTakesForItselfAsText(String text) {
    know("ab", "ac");

    assertThat(names(text)).isEmpty();
  }

  @Test
  void shouldFindAnUnderscoreWhereThereIsOne() {
    know("a_b", "axb");

    assertThat(names("a_")).containsExactly("a_b");
  }

  @Test
  void shouldListAllByDownloadsPageByPage() {
    know("a", "b", "c", "d");
    downloads("c", 9);
    downloads("b", 5);

    Page<PackageSummary> first = packages("", null, 0, 3);
    Page<PackageSummary> second = packages("  ", null, 3, 3);

    assertThat(first.items()).extracting(PackageSummary::name).containsExactly("c", "b", "a");
    assertThat(first.total()).isEqualTo(4);
    assertThat(first.hasNext()).isTrue();
    assertThat(second.items()).extracting(PackageSummary::name).containsExactly("d");
    assertThat(packages("", null, 99, 3).total()).isEqualTo(4);
  }

  @Test
  void shouldBoundWhatIsAskedFor() {
    know("a");

    assertThatThrownBy(() -> packages("a".repeat(100_000), null, 0, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> packages("a\u0000", null, 0, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(packages("a", null, -5, -5).items()).isEmpty();
    assertThat(packages("a", null, Integer.MAX_VALUE, Integer.MAX_VALUE).total()).isEqualTo(1);
  }

  @Test
  void shouldFilterByTheEvidenceOfTheLatestVersion() {
    writer.store(Crawls.of("aa").attested("1.0.0").version("1.1.0").build());
    writer.store(Crawls.of("ab").version("1.0.0").attested("1.1.0").build());
    know("ac");

    assertThat(packages("a", EvidenceWord.VERIFIED, 0, 10).items())
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.name()).isEqualTo("ab");
              assertThat(hit.latest())
                  .extracting(VersionSummary::version, VersionSummary::evidence)
                  .containsExactly("1.1.0", Evidence.VERIFIED);
            });
    assertThat(packages("", EvidenceWord.NONE, 0, 10).total()).isEqualTo(1);
    assertThat(packages("ac", null, 0, 10).items())
        .extracting(PackageSummary::status, PackageSummary::latest)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(CrawlStatus.PENDING, null));
  }

  @Test
  void shouldReadAReferenceAsTheNameThatItHas() {
    know("windrow", "windrow-cli");

    for (String reference : List.of("windrow@8.2.1", "pkg:npm/windrow", "npm i windrow")) {
      assertThat(names(reference)).as(reference).containsExactly("windrow", "windrow-cli");
    }
  }

  @Test
  void shouldFindRepositoriesThatSomethingWasBuiltFrom() {
    writer.store(build("a", "nuxt", "nuxt", Verdict.Outcome.VERIFIED));
    writer.store(build("b", "evil", "nuxt-fake", Verdict.Outcome.REJECTED));

    assertThat(search.repositories("NUXT/n", 0, 10).items())
        .extracting(summary -> summary.repository().url())
        .containsExactly("https://github.com/nuxt/nuxt");
    assertThat(search.repositories("%", 0, 10).items()).isEmpty();
    assertThat(search.repositories("", 0, 10).total()).isEqualTo(1);
  }

  @Test
  void shouldFindVersionsByWhatTheyWereBuiltFromAndBy() {
    writer.store(build("a", "nuxt", "nuxt", Verdict.Outcome.VERIFIED));
    writer.store(build("b", "octo", "tools", Verdict.Outcome.VERIFIED));

    assertThat(found("d".repeat(40))).containsExactly("?commit=" + "d".repeat(40) + " 2");
    assertThat(found("DDDDDDDD")).containsExactly("?commit=dddddddd 2");
    assertThat(found("17")).containsExactly("?run=17 2");
    assertThat(found("https://github.com/nuxt/nuxt/actions/runs/17/attempts/1"))
        .containsExactly("?repository=github.com/nuxt/nuxt&run=17 1");
    assertThat(found("480123456")).containsExactly("?log-index=480123456 2");
    assertThat(found("c".repeat(40))).containsExactly("?shasum=" + "c".repeat(40) + " 2");
    assertThat(found("00".repeat(64)))
        .containsExactly("?integrity=sha512-" + "A".repeat(86) + "%3D%3D 2");
    assertThat(found("sha512-" + "A".repeat(86) + "==")).hasSize(1);
    assertThat(found("eeeeeeee")).isEmpty();
  }

  private List<String> found(String text) {
    return search.versions(text, 1).stream()
        .map(one -> ListPaths.query(one.by()) + " " + one.versions().total())
        .toList();
  }

  @Test
  void shouldFindARepositoryByItsAddress() {
    writer.store(build("a", "nuxt", "nuxt", Verdict.Outcome.VERIFIED));

    for (String address :
        List.of(
            "GitHub.com/Nuxt/nuxt", "https://github.com/nuxt/nuxt/", "git@github.com:nuxt/nuxt")) {
      assertThat(search.repositories(address, 0, 10).total()).as(address).isEqualTo(1);
    }
    assertThat(search.repositories("gitlab.com/nuxt/nuxt", 0, 10).total()).isZero();
  }

  private static PackageCrawl build(
      String name, String owner, String repository, Verdict.Outcome outcome) {
    return Crawls.of(name)
        .builtFrom(SourceRepository.named("github.com", owner, repository))
        .outcome(outcome)
        .attested("1.0.0")
        .build();
  }
}
