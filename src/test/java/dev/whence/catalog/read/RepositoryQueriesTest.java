package dev.whence.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.read.RepositoryDetail.BuiltPackage;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Verdict;
import dev.whence.testing.Attestations;
import dev.whence.testing.Crawls;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepositoryQueriesTest {

  private static final SourceRepository NUXT =
      new SourceRepository("github.com", "nuxt", "nuxt", "71", "72");

  private final CatalogDatabase database = new CatalogDatabase();
  private final CrawlWriter writer = database.writer;
  private final RepositoryQueries repositories = database.repositories;

  private RepositoryDetail nuxt() {
    return repositories.find("GitHub.com", "Nuxt", "NUXT").orElseThrow();
  }

  @Test
  void shouldTellWhatWasBuiltFromARepository() {
    writer.store(
        Crawls.of("nuxt")
            .builtFrom(NUXT)
            .attested("3.9.0")
            .attested("3.10.0")
            .outcome(Verdict.Outcome.INCONCLUSIVE)
            .attested("3.2.0")
            .build());
    writer.store(Crawls.of("@nuxt/kit").builtFrom(NUXT).attested("1.0.0").build());
    writer.store(Crawls.of("nuxt-fork").builtFrom(NUXT).version("1.0.0").build());

    RepositoryDetail found = nuxt();

    assertThat(found.repository()).isEqualTo(NUXT);
    assertThat(found.packages())
        .extracting(BuiltPackage::name)
        .containsExactly("nuxt", "@nuxt/kit");
    BuiltPackage nuxt = found.packages().getFirst();
    assertThat(nuxt.versions()).isEqualTo(3);
    assertThat(nuxt.verified()).isEqualTo(2);
    assertThat(nuxt.latestVersion()).isEqualTo("3.10.0");
    assertThat(nuxt.latestEvidence()).isEqualTo(Evidence.VERIFIED);
    assertThat(found.workflows())
        .singleElement()
        .satisfies(
            workflow -> {
              assertThat(workflow.path()).isEqualTo(Attestations.WORKFLOW);
              assertThat(workflow.packages()).isEqualTo(2);
              assertThat(workflow.versions()).isEqualTo(4);
            });
    assertThat(found.declaredOnly()).containsExactly("nuxt-fork");
  }

  @Test
  void shouldNotCountWhatARejectedProvenanceClaims() {
    writer.store(
        Crawls.of("evil")
            .builtFrom(NUXT)
            .outcome(Verdict.Outcome.REJECTED)
            .attested("1.0.0")
            .build());

    RepositoryDetail found = nuxt();

    assertThat(found.packages()).isEmpty();
    assertThat(found.workflows()).isEmpty();
    assertThat(found.repository().repositoryId()).isNull();
    assertThat(found.declaredOnly()).containsExactly("evil");
    assertThat(database.search.repositories("", 0, 10).items()).isEmpty();
  }

  @Test
  void shouldShowARenameByTheForgesId() {
    writer.store(Crawls.of("a").builtFrom(NUXT).attested("1.0.0").build());
    SourceRepository renamed = new SourceRepository("github.com", "nuxt", "framework", "71", "72");
    writer.store(
        Crawls.of("a")
            .at(Crawls.FIRST.plus(Duration.ofDays(1)))
            .builtFrom(NUXT)
            .version("1.0.0")
            .builtFrom(renamed)
            .attested("2.0.0")
            .build());

    assertThat(
            database.query(
                """
                SELECT name FROM repository
                WHERE host = 'github.com' AND forge_repository_id = '71' ORDER BY id
                """))
        .containsExactly("nuxt", "framework");
    assertThat(nuxt().otherNames())
        .extracting(other -> other.repository().name())
        .containsExactly("framework");

    database.query(
        "UPDATE repository SET identified_at = identified_at + interval '1 day'"
            + " WHERE name = 'framework' RETURNING id");
    assertThat(nuxt().otherNames().getFirst().isLater()).isTrue();
    assertThat(repositories.find("github.com", "nuxt", "framework").orElseThrow().otherNames())
        .extracting(RepositoryDetail.OtherName::repository, RepositoryDetail.OtherName::isLater)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(NUXT, false));
  }

  @Test
  void shouldListRepositoriesWithMostPackagesFirst() {
    SourceRepository other = SourceRepository.named("gitlab.com", "group/sub", "tool");
    writer.store(Crawls.of("a").builtFrom(NUXT).attested("1.0.0").build());
    writer.store(Crawls.of("b").builtFrom(NUXT).attested("1.0.0").build());
    writer.store(Crawls.of("c").builtFrom(other).attested("1.0.0").attested("2.0.0").build());

    Page<RepositorySummary> page = database.search.repositories("", 0, 1);

    assertThat(page.total()).isEqualTo(2);
    assertThat(page.items())
        .extracting(RepositorySummary::repository, RepositorySummary::packages)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(NUXT, 2L));
    assertThat(database.search.repositories("", 1, 1).items())
        .extracting(RepositorySummary::versions)
        .containsExactly(2L);
    assertThat(repositories.find("gitlab.com", "group/sub", "tool")).isPresent();
    assertThat(repositories.find("gitlab.com", "group", "tool")).isEmpty();
  }

  @Test
  void shouldTellWhatAWorkflowBuiltNewestFirst() {
    writer.store(Crawls.of("nuxt").builtFrom(NUXT).attested("1.0.0").attested("1.1.0").build());

    WorkflowDetail found =
        repositories
            .findWorkflow("github.com", "nuxt", "nuxt", Attestations.WORKFLOW, 0, 1)
            .orElseThrow();

    assertThat(found.repository()).isEqualTo(NUXT);
    assertThat(found.packages()).hasSize(1);
    assertThat(found.versions().total()).isEqualTo(2);
    assertThat(found.versions().items())
        .extracting(built -> built.packageName() + "@" + built.summary().version())
        .isEqualTo(List.of("nuxt@1.1.0"));
    assertThat(repositories.findWorkflow("github.com", "nuxt", "nuxt", "no.yml", 0, 1)).isEmpty();
  }
}
