package dev.whence.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.read.AttestationRow;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.PackageEvent;
import dev.whence.catalog.sql.Sql;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.catalog.write.PackageCrawl;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.Builder;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.RegistrySignature;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.Workflow;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.provenance.bundle.Signer;
import dev.whence.testing.Attestations;
import dev.whence.testing.Crawls;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Crawls that are large, hostile, or many at once. */
class CrawlWriterLimitsTest {

  private static final String HOSTILE = "\u0000<script>\ud800'\";--\\{},%" + "x".repeat(100_000);

  private final CatalogDatabase database = new CatalogDatabase();

  @Test
  void shouldStoreFiveThousandVersionsInFewStatements() {
    Crawls crawl = Crawls.of("many").at(Crawls.FIRST);
    for (int i = 0; i < 5_000; i++) {
      if (i % 10 == 0) {
        crawl.attested("1." + i + ".0");
      } else {
        crawl.version("1." + i + ".0");
      }
    }
    AtomicInteger statements = new AtomicInteger();
    CrawlWriter writer = new CrawlWriter(new Sql(counting(statements)));

    writer.store(crawl.build());

    assertThat(statements).hasValueLessThan(30);
    PackageDetail found = database.packages.find(new PackageName("many")).orElseThrow();
    assertThat(found.versions()).hasSize(5_000);
    assertThat(found.versions().getFirst().version()).isEqualTo("1.4999.0");
    assertThat(found.versions().stream().filter(v -> v.evidence() == Evidence.VERIFIED))
        .hasSize(500);

    statements.set(0);
    writer.store(Crawls.of("many").at(Crawls.FIRST.plusSeconds(1)).version("2.0.0").build());

    assertThat(statements).hasValueLessThan(30);
    List<PackageEvent> history = database.stored.events(new PackageName("many"));
    assertThat(history).hasSize(5_001);
    assertThat(history).first().extracting("kind").isEqualTo(EventKind.VERSION_REMOVED);
  }

  private DataSource counting(AtomicInteger statements) {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, _, _) -> counting(database.dataSource.getConnection(), statements));
  }

  private static Object counting(Connection connection, AtomicInteger statements) {
    return Proxy.newProxyInstance(
        CrawlWriterLimitsTest.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (_, method, arguments) -> {
          if (method.getName().equals("prepareStatement")) {
            statements.incrementAndGet();
          }
          return method.invoke(connection, arguments);
        });
  }

  @Test
  void shouldStoreHostileTextInEveryField() {
    SourceRepository source = SourceRepository.named("github.com", "octo", "tools");
    PackumentVersion version =
        new PackumentVersion(
            "1.0.0" + HOSTILE.substring(0, 200),
            Instant.MAX,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            Long.MAX_VALUE,
            List.of(new RegistrySignature(HOSTILE, HOSTILE), new RegistrySignature("", "NULL")),
            true,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            true);
    Crawls crawl = Crawls.of("hostile").description(HOSTILE).version(version).tag(HOSTILE, HOSTILE);
    crawl.tag("{\"}", version.version());
    crawl.fetched(
        "1.0.1",
        new AttestationFetch.Served(
            HOSTILE, Crawls.FIRST, new byte[] {0}, List.of(hostile(source))));
    crawl.removed(HOSTILE, Instant.MIN);

    database.writer.store(crawl.build());
    Map<String, List<String>> before = database.rows();
    database.writer.store(crawl.build());

    assertThat(database.rows()).isEqualTo(before);
    PackageDetail found = database.packages.find(new PackageName("hostile")).orElseThrow();
    assertThat(found.description())
        .startsWith("<script>\ufffd'\";--\\{},%xxx")
        .hasSizeLessThan(5_000);
    assertThat(found.versions()).hasSize(3);
    List<AttestationRow> rows = new ArrayList<>();
    database.datasets.attestations(rows::add);
    Provenance provenance =
        Objects.requireNonNull(Objects.requireNonNull(rows.getFirst().attestation()).provenance());
    assertThat(provenance.ref()).startsWith("<script>").hasSizeLessThan(5_000);
  }

  private static AttestationWithVerdict hostile(SourceRepository source) {
    AttestationWithVerdict item =
        Attestations.provenance(
            new PackageName("hostile"), "1.0.1", source, Verdict.Outcome.REJECTED);
    Attestation a = Objects.requireNonNull(item.attestation());
    Provenance provenance =
        new Provenance(
            source,
            HOSTILE,
            HOSTILE,
            new Workflow("\ud83d\ude00".repeat(1_000) + HOSTILE, HOSTILE),
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            new Builder("\ud83d\ude00".repeat(1_000) + HOSTILE, CiProvider.OTHER, HOSTILE));
    return new AttestationWithVerdict(
        new Attestation(
            a.kind(),
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            new Signer.Certificate(
                HOSTILE, HOSTILE, Map.of(8, HOSTILE), Crawls.FIRST, Crawls.FIRST, "MIIB"),
            a.logEntry(),
            Crawls.FIRST,
            null,
            List.of(new Attestation.Subject(HOSTILE, null)),
            provenance),
        new Verdict(
            Verdict.Outcome.REJECTED, null, List.of(Check.failed(CheckKind.FORMAT, HOSTILE))));
  }

  @Test
  void shouldStoreOverlappingPackagesAtOnce() throws InterruptedException {
    List<SourceRepository> sources = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      sources.add(new SourceRepository("github.com", "octo", "r" + i, "1" + i, "2"));
    }
    List<Future<?>> crawls = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 120; i++) {
        PackageCrawl crawl = overlapping(i, sources);
        crawls.add(pool.submit(() -> database.writer.store(crawl)));
      }
    }

    assertThat(crawls).allSatisfy(CrawlWriterLimitsTest::succeeded);
    assertThat(database.query("SELECT count(*) FROM package")).containsExactly("10");
    assertThat(database.query("SELECT count(*) FROM repository WHERE forge_repository_id IS NULL"))
        .containsExactly("6");
    assertThat(database.query("SELECT count(*) FROM repository")).containsExactly("12");
    assertThat(database.query("SELECT count(*) FROM workflow")).containsExactly("6");
    assertThat(database.query("SELECT count(*) FROM version WHERE evidence <> 'VERIFIED'"))
        .containsExactly("0");
  }

  /** Ten packages, each crawled twelve times, naming the same repositories in different order. */
  private static PackageCrawl overlapping(int number, List<SourceRepository> sources) {
    Crawls crawl = Crawls.of("p" + number % 10).at(Crawls.FIRST.plus(Duration.ofMinutes(number)));
    for (int i = 0; i < sources.size(); i++) {
      int turn = number % 2 == 0 ? i : sources.size() - 1 - i;
      crawl.builtFrom(sources.get(turn)).attested("1." + turn + ".0");
    }
    return crawl.build();
  }

  private static void succeeded(Future<?> crawl) throws InterruptedException {
    try {
      crawl.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
