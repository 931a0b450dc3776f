package dev.whence.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.address.ListPaths;
import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.filter.VersionOrder;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Verdict;
import dev.whence.testing.Attestations;
import dev.whence.testing.Crawls;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ListQueriesTest {

  private static final SourceRepository NUXT = SourceRepository.named("github.com", "nuxt", "nuxt");

  private final CatalogDatabase database = new CatalogDatabase();
  private final CrawlWriter writer = database.writer;

  @BeforeEach
  void crawl() {
    writer.store(
        Crawls.of("a")
            .version("0.9.0")
            .builtFrom(NUXT)
            .attested("1.0.0")
            .attested("1.10.0")
            .build());
    writer.store(Crawls.of("b").outcome(Verdict.Outcome.REJECTED).attested("1.0.0").build());
    writer.store(Crawls.of("@s/c").attested("1.0.0").version("2.0.0").build());
    writer.addPackages(List.of(new PackageName("d")), Crawls.FIRST);
    database.storeDownloads(new PackageName("b"), 7, Crawls.FIRST);
  }

  private List<String> versions(VersionOrder order, ListFilter<VersionField> filter) {
    Page<ListedVersion> page = database.lists.versions(filter, order, 0, 50);
    assertThat(page.total()).isEqualTo(page.items().size());
    return page.items().stream()
        .map(listed -> listed.packageName() + "@" + listed.summary().version())
        .toList();
  }

  private List<String> packages(PackageOrder order, ListFilter<PackageField> filter) {
    Page<PackageSummary> page = database.lists.packages(filter, order, 0, 50);
    assertThat(page.total()).isEqualTo(page.items().size());
    return page.items().stream().map(PackageSummary::name).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PACKAGE    | @s/c                              | @s/c@2.0.0 @s/c@1.0.0",
        "EVIDENCE   | verified                          | @s/c@1.0.0 a@1.10.0 a@1.0.0",
        "EVIDENCE   | rejected                          | b@1.0.0",
        "PROVENANCE | yes                               | @s/c@1.0.0 a@1.10.0 a@1.0.0 b@1.0.0",
        "PROVENANCE | no                                | @s/c@2.0.0 a@0.9.0",
        "PROVIDER   | github-actions                    | @s/c@1.0.0 a@1.10.0 a@1.0.0 b@1.0.0",
        "PROVIDER   | gitlab-ci                         |",
        "LEVEL      | l2                                | @s/c@1.0.0 a@1.10.0 a@1.0.0",
        "LEVEL      | none                              | @s/c@2.0.0 a@0.9.0 b@1.0.0",
        "VERDICT    | rejected                          | b@1.0.0",
        "VERDICT    | unreadable                        |",
        "SIGNATURE  | failed                            |",
        "REPOSITORY | GitHub.com/Nuxt/NUXT              | a@1.10.0 a@1.0.0",
        "REPOSITORY | github.com/octo/tools             | @s/c@1.0.0",
        "WORKFLOW   | github.com/nuxt/nuxt/-/.github/workflows/release.yml | a@1.10.0 a@1.0.0",
        "WORKFLOW   | github.com/nuxt/nuxt/-/no.yml     |",
        "FROM       | 2026-01-30                        | @s/c@2.0.0 @s/c@1.0.0 a@1.10.0 a@1.0.0 a@0.9.0 b@1.0.0",
        "FROM       | 2026-01-31                        |",
        "TO         | 2026-01-30                        | @s/c@2.0.0 @s/c@1.0.0 a@1.10.0 a@1.0.0 a@0.9.0 b@1.0.0",
        "TO         | 2026-01-29                        |",
        "COMMIT     | ddddddd                           | @s/c@1.0.0 a@1.10.0 a@1.0.0 b@1.0.0",
        "COMMIT     | ddddddde                          |",
        "RUN        | 17                                | @s/c@1.0.0 a@1.10.0 a@1.0.0 b@1.0.0",
        "RUN        | 1                                 |",
        "SHASUM     | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa |",
        "LOG_INDEX  | 480123456                         | @s/c@1.0.0 a@1.10.0 a@1.0.0 b@1.0.0",
        "LOG_INDEX  | 480123457                         |",
      })
  void shouldListTheVersionsThatOneConditionTakes(
      VersionField field, String value, @org.jspecify.annotations.Nullable String expected) {
    assertThat(
            String.join(
                " ", versions(VersionOrder.PACKAGE, ListFilter.versions().with(field, value))))
        .isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TEXT       | C                                 | @s/c",
        "TEXT       | %                                 |",
        "STATUS     | pending                           | d",
        "STATUS     | crawled                           | @s/c a b",
        "EVIDENCE   | verified                          | a",
        "EVIDENCE   | none                              | @s/c",
        "PROVIDER   | github-actions                    | a b",
        "LEVEL      | l2                                | a",
        "LEVEL      | none                              | @s/c b d",
        "PROVENANCE | yes                               | @s/c a b",
        "PROVENANCE | no                                | d",
        "REPOSITORY | github.com/nuxt/nuxt              | a",
        "REPOSITORY | github.com/octo/tools             | @s/c",
        "WORKFLOW   | github.com/octo/tools/-/.github/workflows/release.yml | @s/c",
        "FROM       | 2026-01-31                        |",
        "TO         | 2026-01-30                        | @s/c a",
      })
  void shouldListThePackagesThatOneConditionTakes(
      PackageField field, String value, @org.jspecify.annotations.Nullable String expected) {
    assertThat(
            String.join(" ", packages(PackageOrder.NAME, ListFilter.packages().with(field, value))))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void shouldHoldEveryConditionAtOnce() {
    assertThat(
            versions(
                VersionOrder.NEWEST,
                ListFilter.versions()
                    .with(VersionField.PACKAGE, "a")
                    .with(VersionField.EVIDENCE, Evidence.VERIFIED)
                    .with(VersionField.PROVIDER, CiProvider.GITHUB_ACTIONS)
                    .with(VersionField.SIGNATURE, CheckStatus.PASSED)
                    .with(VersionField.WORKFLOW, "github.com/nuxt/nuxt/-/" + Attestations.WORKFLOW)
                    .with(VersionField.FROM, "2026-01-01")
                    .with(VersionField.TO, "2026-12-31")))
        .containsExactly("a@1.10.0", "a@1.0.0");
  }

  @Test
  void shouldListInTheOrderThatWasAskedFor() {
    ListFilter<VersionField> ofA = ListFilter.versions().with(VersionField.PACKAGE, "a");

    assertThat(versions(VersionOrder.OLDEST, ofA))
        .containsExactly("a@0.9.0", "a@1.0.0", "a@1.10.0");
    assertThat(versions(VersionOrder.NEWEST, ofA))
        .containsExactly("a@1.10.0", "a@1.0.0", "a@0.9.0");
    assertThat(packages(PackageOrder.DOWNLOADS, ListFilter.packages()))
        .containsExactly("b", "@s/c", "a", "d");
    assertThat(packages(PackageOrder.PUBLISHED, ListFilter.packages())).endsWith("d").hasSize(4);
  }

  @Test
  void shouldCountTheWholeListOnEachOfItsPages() {
    Page<ListedVersion> second =
        database.lists.versions(ListFilter.versions(), VersionOrder.PACKAGE, 4, 4);

    assertThat(second.total()).isEqualTo(6);
    assertThat(second.items()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(VersionField.class)
  void shouldTakeNoValueThatIsNoneOfTheField(VersionField field) {
    for (String nonsense : List.of("", "\u0000", "'; DROP TABLE version; --", "A\nB")) {
      assertThat(field.value().takes(nonsense)).as("%s: %s", field, nonsense).isFalse();
    }
    assertThat(field.value().legal()).startsWith("Write ");
    assertThatThrownBy(() -> ListFilter.versions().with(field, "\u0000"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldHaveOneAddressForOneList() {
    ListFilter<VersionField> filter =
        Parameters.read(
                Map.of("evidence", List.of(" verified "), "package", List.of("@s/c&d")),
                QueryParameter.of(VersionField.class))
            .filter(VersionField.class);

    assertThat(ListPaths.query(filter)).isEqualTo("?package=@s/c%26d&evidence=verified");
    assertThat(ListPaths.query(filter.without(VersionField.PACKAGE).without(VersionField.EVIDENCE)))
        .isEmpty();
  }
}
