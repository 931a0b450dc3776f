package dev.whence.catalog;

import static dev.whence.testing.Crawls.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.count.AdoptionQueries;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.filter.VersionOrder;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.PackageName;
import dev.whence.testing.Crawls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the registry removed before it could be looked at is neither waiting nor without provenance.
 */
class RemovedVersionsTest {

  private static final PackageName NAME = new PackageName("a");
  private static final Instant LATER = FIRST.plus(Duration.ofHours(6));
  private static final String URL = "https://registry.example/-/npm/v1/attestations/a@1.0.0";

  private final CatalogDatabase database = new CatalogDatabase();

  private void store(Crawls crawl) {
    database.writer.store(crawl.build());
  }

  private VersionDetail version(String version) {
    return database.packages.find(NAME, version).orElseThrow();
  }

  private Evidence evidence(String version) {
    return version(version).summary().evidence();
  }

  private static Crawls crawl() {
    return Crawls.of("a").version("2.0.0");
  }

  @Test
  void shouldCallAVersionRemovedOfWhichOnlyTheTimeIsKnown() {
    store(crawl().removed("1.0.0", FIRST.minusSeconds(60)));

    assertThat(evidence("1.0.0")).isEqualTo(Evidence.REMOVED);
    assertThat(version("1.0.0").seen()).isFalse();
    assertThat(version("2.0.0").seen()).isTrue();
  }

  @Test
  void shouldCallAVersionRemovedWhoseAttestationCanNoLongerBeFetched() {
    store(crawl().advertised("1.0.0").attested("1.1.0").version("1.2.0"));
    store(crawl().at(LATER));

    assertThat(evidence("1.0.0")).isEqualTo(Evidence.REMOVED);
    assertThat(version("1.0.0").seen()).isTrue();
    assertThat(version("1.0.0").integrity()).startsWith("sha512-");
    assertThat(evidence("1.1.0")).isEqualTo(Evidence.VERIFIED);
    assertThat(evidence("1.2.0")).isEqualTo(Evidence.NONE);
  }

  @Test
  void shouldKeepThatTheRegistryDidNotHaveAnAttestation() {
    store(crawl().fetched("1.0.0", new AttestationFetch.NotServed(URL, FIRST)));
    store(crawl().at(LATER));

    assertThat(evidence("1.0.0")).isEqualTo(Evidence.NOT_FOUND);
  }

  @Test
  void shouldLookAtAVersionThatComesBack() {
    store(crawl().removed("1.0.0", FIRST).removed("1.1.0", FIRST));
    store(crawl().at(LATER).attested("1.0.0").version("1.1.0"));

    assertThat(evidence("1.0.0")).isEqualTo(Evidence.VERIFIED);
    assertThat(evidence("1.1.0")).isEqualTo(Evidence.NONE);
    assertThat(version("1.0.0").summary().removedAt()).isNull();
  }

  @Test
  void shouldAskForTheAttestationsOfAVersionThatComesBack() {
    store(crawl().removed("1.0.0", FIRST));
    store(crawl().at(LATER).advertised("1.0.0"));

    assertThat(evidence("1.0.0")).isEqualTo(Evidence.NOT_FETCHED);
  }

  @Test
  void shouldCallRemovedWhatALateCrawlSawAndDidNotFetch() {
    store(crawl().at(LATER));
    store(crawl().advertised("1.0.0").attested("1.1.0"));

    assertThat(evidence("1.0.0")).isEqualTo(Evidence.REMOVED);
    assertThat(evidence("1.1.0")).isEqualTo(Evidence.VERIFIED);
  }

  @Test
  void shouldCountNothingThatNobodyCanKnowInAdoption() {
    store(crawl().removed("1.0.0", FIRST).attested("1.1.0"));

    assertThat(database.adoption.days())
        .extracting(AdoptionQueries.AdoptionDay::evidence)
        .containsExactly(Evidence.NONE, Evidence.VERIFIED);
    assertThat(database.overview.crawl(0, 0).versionsByEvidence())
        .containsEntry(Evidence.REMOVED, 1L);
    assertThat(listed(VersionField.COUNTED, "yes")).isEqualTo("1.1.0 2.0.0");
    assertThat(listed(VersionField.REMOVED, "yes")).isEqualTo("1.0.0");
    assertThat(listed(VersionField.REMOVED, "no")).isEqualTo("1.1.0 2.0.0");
    assertThat(listed(VersionField.EVIDENCE, "removed")).isEqualTo("1.0.0");
  }

  private String listed(VersionField field, String value) {
    return database
        .lists
        .versionsUpTo(9, ListFilter.versions().with(field, value), VersionOrder.PACKAGE)
        .stream()
        .map(listed -> listed.summary().version())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT_LOOKED_AT", "FAILING", "REFUSED"})
  void shouldMendWhatAnEarlierReleaseStored(String before) throws IOException, SQLException {
    store(crawl().removed("1.0.0", FIRST).advertised("1.1.0").attested("1.2.0"));
    String migration = Files.readString(Path.of("migrations/V20261129.5__removed_versions.sql"));
    try (Connection connection = database.dataSource.getConnection()) {
      connection
          .createStatement()
          .execute(
              "ALTER TABLE version DROP CONSTRAINT version_evidence_check;"
                  + " DROP INDEX version_removed; UPDATE version SET evidence = '%s' WHERE version = '1.0.0'; %s"
                      .formatted(before, migration));
    }

    assertThat(List.of(evidence("1.0.0"), evidence("1.1.0"), evidence("1.2.0")))
        .containsExactly(Evidence.REMOVED, Evidence.NOT_FETCHED, Evidence.VERIFIED);
  }
}
