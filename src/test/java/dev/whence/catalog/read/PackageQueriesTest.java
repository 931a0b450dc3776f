package dev.whence.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.catalog.write.PackageCrawl;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.Check;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.testing.Crawls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PackageQueriesTest {

  private static final PackageName NAME = new PackageName("@tools/a");
  private static final Instant LATER = Crawls.FIRST.plus(Duration.ofHours(6));

  private final CatalogDatabase database = new CatalogDatabase();
  private final CrawlWriter writer = database.writer;
  private final PackageQueries packages = database.packages;

  @Test
  void shouldFindNothingOfAnUnknownName() {
    writer.store(Crawls.of("@tools/a").version("1.0.0").build());

    assertThat(packages.find(new PackageName("a"))).isEmpty();
    assertThat(packages.find(NAME, "1.0.1")).isEmpty();
    assertThat(packages.find(NAME, "1.0.0\u0000' OR true --")).isEmpty();
  }

  @Test
  void shouldGiveBackAPackage() {
    PackageCrawl crawl =
        Crawls.of("@tools/a")
            .version("1.10.0")
            .attested("1.9.0")
            .version("2.0.0-rc.1")
            .tag("latest", "1.10.0")
            .tag("next", "2.0.0-rc.1")
            .tag("lts", "1.9.0")
            .tag("lost", "9.9.9")
            .build();
    writer.store(crawl);
    database.storeDownloads(NAME, 1_000_000, LATER);

    PackageDetail found = packages.find(NAME).orElseThrow();

    assertThat(found.description()).isEqualTo("A package");
    assertThat(found.declaredRepositoryUrl()).isEqualTo("git+https://github.com/octo/tools.git");
    assertThat(Objects.requireNonNull(found.declaredRepository()).url())
        .isEqualTo("https://github.com/octo/tools");
    assertThat(found.downloadsLastMonth()).isEqualTo(1_000_000);
    assertThat(found.createdAt()).isEqualTo(crawl.packument().created());
    assertThat(found.unpublishedAt()).isNull();
    assertThat(found.versions())
        .extracting(VersionSummary::version)
        .containsExactly("2.0.0-rc.1", "1.10.0", "1.9.0");
    assertThat(found.latest()).map(VersionSummary::version).contains("1.10.0");
    assertThat(found.versions().getFirst().distTags()).containsExactly("next");
  }

  @Test
  void shouldGiveBackAVersionFieldByField() {
    PackageCrawl crawl = Crawls.of("@tools/a").attested("1.0.0").build();
    writer.store(crawl);

    VersionDetail found = packages.find(NAME, "1.0.0").orElseThrow();

    PackumentVersion facts = crawl.packument().versions().getFirst();
    AttestationFetch.Served served = (AttestationFetch.Served) crawl.attestations().get("1.0.0");
    AttestationWithVerdict provenance = Objects.requireNonNull(served).items().get(1);
    assertThat(found.summary())
        .isEqualTo(
            new VersionSummary(
                "1.0.0",
                facts.publishedAt(),
                null,
                List.of("latest"),
                null,
                "octocat",
                "github",
                Evidence.VERIFIED,
                Objects.requireNonNull(provenance.attestation()).provenance(),
                SlsaLevel.L2,
                12,
                12));
    assertThat(found)
        .usingRecursiveComparison()
        .comparingOnlyFields(
            "repositoryDirectory",
            "license",
            "gitHead",
            "tarball",
            "integrity",
            "shasum",
            "unpackedSize",
            "hasInstallScript",
            "approver",
            "attestationsUrl")
        .isEqualTo(facts);
    assertThat(found.declaredRepositoryUrl()).isEqualTo(facts.repositoryUrl());
    assertThat(found.registrySignature())
        .isEqualTo(crawl.registrySignatures().get("1.0.0"))
        .extracting(Check::reason)
        .isEqualTo("It is as it should be.");
    VersionDetail.StoredResponse response = Objects.requireNonNull(found.response());
    assertThat(response.body()).isEqualTo(served.body());
    assertThat(response.url()).isEqualTo(served.url());
    assertThat(response.fetchedAt()).isEqualTo(served.fetchedAt());
    assertThat(response.problem()).isNull();
    assertThat(response.missingSince()).isNull();
    assertThat(found.verdicts())
        .extracting(RecordedVerdict::ordinal, RecordedVerdict::verdict, RecordedVerdict::verifier)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                0, served.items().getFirst().verdict(), crawl.verifier()),
            org.assertj.core.groups.Tuple.tuple(1, provenance.verdict(), crawl.verifier()));
  }

  @Test
  void shouldGiveBackEveryAttestationFieldByField() {
    PackageCrawl crawl = Crawls.of("@tools/a").attested("1.0.0").build();
    writer.store(crawl);

    List<AttestationRow> rows = new ArrayList<>();
    assertThat(database.datasets.attestations(rows::add)).isEqualTo(2);

    AttestationFetch.Served served = (AttestationFetch.Served) crawl.attestations().get("1.0.0");
    assertThat(rows)
        .extracting(AttestationRow::attestation)
        .isEqualTo(
            Objects.requireNonNull(served).items().stream()
                .map(AttestationWithVerdict::attestation)
                .toList());
  }

  @Test
  void shouldKeepTheHistoryOfVerdictsNewestFirst() {
    Crawls crawl = Crawls.of("@tools/a").outcome(Verdict.Outcome.INCONCLUSIVE).attested("1.0.0");
    writer.store(crawl.build());
    writer.store(
        crawl
            .at(LATER)
            .trust("bb".repeat(32))
            .outcome(Verdict.Outcome.VERIFIED)
            .attested("1.0.0")
            .build());

    List<RecordedVerdict> verdicts = packages.find(NAME, "1.0.0").orElseThrow().verdicts();

    assertThat(verdicts)
        .extracting(v -> v.ordinal() + " " + v.verdict().outcome() + " " + v.verifiedAt())
        .containsExactly(
            "0 VERIFIED 2026-03-01T16:00:00Z",
            "1 VERIFIED 2026-03-01T16:00:00Z",
            "0 VERIFIED 2026-03-01T10:00:00Z",
            "1 INCONCLUSIVE 2026-03-01T10:00:00Z");
  }

  @Test
  void shouldGiveEachVersionAllOfItsPackage() {
    writer.store(
        Crawls.of("@tools/a")
            .attested("1.9.0")
            .attested("1.2.0")
            .version("1.9.1")
            .attested("1.10.0")
            .build());

    assertThat(packages.find(NAME, "1.2.0").orElseThrow().versions())
        .extracting(VersionSummary::version)
        .containsExactly("1.10.0", "1.9.1", "1.9.0", "1.2.0");
    assertThat(packages.find(NAME, "1.2.0").orElseThrow().versions())
        .isEqualTo(packages.find(NAME).orElseThrow().versions());
  }

  @Test
  void shouldSayWhyAResponseCannotBeReadAndThatItIsGone() {
    byte[] body = {60, 104, 116, 109, 108, 62};
    String url = "https://registry.example/attestations";
    Crawls crawl = Crawls.of("@tools/a");
    crawl.fetched("1.0.0", new AttestationFetch.Unreadable(url, Crawls.FIRST, body, "not JSON"));
    writer.store(crawl.build());
    crawl.fetched("1.0.0", new AttestationFetch.NotServed(url, LATER));
    writer.store(crawl.at(LATER).build());

    VersionDetail found = packages.find(NAME, "1.0.0").orElseThrow();

    VersionDetail.StoredResponse response = Objects.requireNonNull(found.response());
    assertThat(found.summary().evidence()).isEqualTo(Evidence.UNREADABLE);
    assertThat(response.problem()).isEqualTo("not JSON");
    assertThat(response.missingSince()).isEqualTo(LATER);
    assertThat(response.body()).isEqualTo(body);
    assertThat(found.verdicts()).isEmpty();
  }

  @Test
  void shouldListAVersionThatWasNeverSeen() {
    Instant published = Crawls.FIRST.minus(Duration.ofDays(90));
    writer.store(Crawls.of("@tools/a").version("1.1.0").removed("1.0.0", published).build());

    VersionSummary removed = packages.find(NAME).orElseThrow().versions().getLast();

    assertThat(removed.removedAt()).isEqualTo(Crawls.FIRST);
    assertThat(removed.publishedAt()).isEqualTo(published);
    assertThat(removed.evidence()).isEqualTo(Evidence.REMOVED);
  }
}
