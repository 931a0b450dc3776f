package dev.whence.crawl.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.state.TrustStore;
import dev.whence.crawl.Role;
import dev.whence.registry.TestRegistryClient;
import dev.whence.testing.RecordedTufRepository;
import dev.whence.testing.Recording;
import dev.whence.testing.SetClock;
import dev.whence.verify.TrustKeeper;
import dev.whence.verify.trust.TrustConfig;
import dev.whence.verify.trust.TrustStatus;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trust material of several machines on one Postgres: each has a cache folder of its own. */
class SharedTrustTest {

  private static final String IN_JAR = "the copy that came along";
  private static final String FROM_TUF = "Sigstore's TUF repository";

  @TempDir Path folder;

  private final SetClock clock = new SetClock(RecordedTufRepository.CURRENT.instant());
  private final CatalogDatabase catalog = new CatalogDatabase();
  private final RecordedTufRepository tuf = new RecordedTufRepository();

  @AfterEach
  void stop() {
    tuf.close();
  }

  /** A process on a machine of its own; it begins as the application does. */
  private final class Machine {
    final TrustConfig config;
    final TrustKeeper trust;
    final SharedTrust shared;

    Machine(String name, URI url, Map<String, String> settings) {
      this.config =
          new SmallRyeConfigBuilder()
              .addDiscoveredConverters()
              .withMapping(TrustConfig.class)
              .withDefaultValue("whence.trust.cache", folder.resolve(name).toString())
              .withDefaultValue("whence.trust.tuf-url", url.toString())
              .withDefaultValues(settings)
              .build()
              .getConfigMapping(TrustConfig.class);
      this.trust = new TrustKeeper(config, clock);
      this.shared = new SharedTrust(trust, catalog.trust);
      shared.take();
    }

    TrustStatus status() {
      return trust.status();
    }

    String digest() {
      return trust.verifier().id().trustDigest();
    }

    Set<String> tasks(Role... roles) {
      RegistryKeys keys =
          new RegistryKeys(TestRegistryClient.of(tuf.url(), Map.of()), trust, shared);
      Set<String> names = new HashSet<>();
      TrustGaps gaps = new TrustGaps(catalog.gaps, trust, shared, clock);
      new TrustTasks(() -> Set.of(roles), config, trust, shared, keys, gaps)
          .all()
          .forEach(job -> names.add(job.name().slug()));
      return names;
    }
  }

  private Machine machine(String name) {
    return new Machine(name, tuf.url(), Map.of());
  }

  /** One that would fail if it asked. */
  private Machine unconnected(String name) {
    return new Machine(name, URI.create("http://localhost:1"), Map.of());
  }

  @Test
  void shouldBeAskedForOnceForAll() {
    Machine other = unconnected("b");
    assertThat(other.status().current().origin()).isEqualTo(IN_JAR);
    Machine asking = machine("a");
    asking.shared.refresh();
    assertThat(asking.status().problem()).isNull();
    int requests = tuf.requests().size();

    other.shared.take();
    Machine later = machine("c");

    for (Machine each : List.of(asking, other, later)) {
      assertThat(each.status().current().origin()).isEqualTo(FROM_TUF);
      assertThat(each.status().refreshedAt()).isEqualTo(clock.instant());
      assertThat(each.digest())
          .isEqualTo(each.status().current().digest())
          .isEqualTo(catalog.query("SELECT encode(digest, 'hex') FROM trust_copy").getFirst());
    }
    assertThat(tuf.requests()).hasSize(requests);
  }

  @Test
  void shouldLookAtTheFilesOnlyOfANewCopy() {
    machine("a").shared.refresh();
    Machine other = unconnected("b");
    catalog.query("DELETE FROM trust_file RETURNING name");

    other.shared.take();

    assertThat(other.status().problem()).isNull();
    assertThat(other.status().current().origin()).isEqualTo(FROM_TUF);
  }

  @Test
  void shouldKeepWhatItTookOverARestartWithoutTheDatabasesCopy() {
    machine("a").shared.refresh();
    unconnected("b");
    catalog.query("UPDATE trust_copy SET digest = NULL, confirmed_at = NULL RETURNING id");

    assertThat(unconnected("b").status().current().origin()).isEqualTo(FROM_TUF);
    assertThat(unconnected("c").status().current().origin()).isEqualTo(IN_JAR);
  }

  @Test
  void shouldShowEverybodyThatARefreshFailedAndKeepTheCopy() {
    Machine asking = machine("a");
    Machine other = unconnected("b");
    asking.shared.refresh();
    TrustStatus good = asking.status();
    String revision = revision();
    tuf.remove("timestamp.json");
    clock.advance(Duration.ofHours(6));

    asking.shared.refresh();
    other.shared.take();

    for (Machine each : List.of(asking, other, machine("c"))) {
      assertThat(each.status().problem()).contains("the TUF repository " + tuf.url());
      assertThat(each.status().current().digest()).isEqualTo(good.current().digest());
      assertThat(each.status().refreshedAt()).isEqualTo(good.refreshedAt());
    }
    assertThat(revision()).isEqualTo(revision);

    tuf.put("timestamp.json", Recording.bytes("trust/tuf/metadata/timestamp.json"));
    asking.shared.refresh();
    other.shared.take();
    for (Machine each : List.of(asking, other)) {
      assertThat(each.status().problem()).isNull();
      assertThat(each.status().refreshedAt()).isEqualTo(clock.instant());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE trust_file SET content = '{' WHERE name = 'trusted_root.json'",
        "UPDATE trust_file SET content = '{}' WHERE name = 'npm_keys.json'",
        "UPDATE trust_file SET content = content || ' ' WHERE name = 'npm_keys.json'",
        "UPDATE trust_file SET content = '' WHERE name = 'tuf/root.json'",
        "UPDATE trust_file SET content = '{}' WHERE name = 'tuf/timestamp.json'",
        "UPDATE trust_file SET content = repeat(' ', 1000001)::bytea WHERE name = 'tuf/targets.json'",
        "DELETE FROM trust_file WHERE name = 'tuf/snapshot.json'",
        "DELETE FROM trust_file WHERE name = 'trusted_root.json'",
        "DELETE FROM trust_file WHERE true",
        "INSERT INTO trust_file VALUES ('../stray', 'x')",
        "UPDATE trust_copy SET digest = sha256('other')"
      })
  void shouldRefuseABrokenCopyUntilARefreshReplacesIt(String broken) {
    Machine asking = machine("a");
    Machine other = unconnected("b");
    asking.shared.refresh();
    other.shared.take();
    TrustStatus good = other.status();
    catalog.query(broken + " RETURNING 1");
    catalog.query("UPDATE trust_copy SET revision = revision + 1 RETURNING 1");

    other.shared.take();
    Machine withoutCache = unconnected("c");

    assertThat(other.status().problem()).startsWith("the copy in the database is not taken: ");
    assertThat(other.status().current()).isEqualTo(good.current());
    assertThat(withoutCache.status().problem()).startsWith("the copy in the database is not");
    assertThat(withoutCache.status().current().origin()).isEqualTo(IN_JAR);
    assertThat(folder.resolve("stray")).doesNotExist();

    asking.shared.refresh();
    withoutCache.shared.take();
    for (Machine each : List.of(asking, withoutCache)) {
      assertThat(each.status().problem()).isNull();
      assertThat(each.digest()).isEqualTo(good.current().digest());
    }
  }

  /** As after an older dump of the database was restored. */
  @Test
  void shouldNotGoBackToAnOlderCopy() {
    Machine asking = machine("a");
    Machine other = unconnected("b");
    asking.shared.refresh();
    other.shared.take();
    TrustStatus good = other.status();
    changeStoredTimestamp("\"version\":762", "\"version\":761");

    other.shared.take();

    assertThat(other.status().current()).isEqualTo(good.current());
    assertThat(unconnected("b").status().current().digest()).isEqualTo(good.current().digest());
    asking.shared.refresh();
    assertThat(asking.status().problem()).isNull();
    assertThat(storedTimestamp()).contains("\"version\":762");
  }

  /** Another process was told more than this one's TUF repository says: it is behind. */
  @Test
  void shouldRefuseARepositoryThatIsBehindTheStoredCopy() {
    machine("a").shared.refresh();
    changeStoredTimestamp("\"version\":762", "\"version\":763");
    String revision = revision();

    Machine elsewhere = machine("b");
    elsewhere.shared.refresh();

    assertThat(elsewhere.status().problem())
        .contains("Expected version 763 or higher but found version 762");
    assertThat(storedTimestamp()).contains("\"version\":763");
    assertThat(revision()).isEqualTo(revision);
  }

  @Test
  void shouldLeaveTheCopyOfWhoeverAskedMeanwhile() {
    machine("a").shared.refresh();
    TrustStore.Copy stored = catalog.trust.copy().orElseThrow();

    assertThat(
            catalog.trust.replace(
                stored.revision() - 1, stored.digest(), stored.confirmedAt(), Map.of()))
        .isFalse();
    catalog.trust.failed(stored.revision() - 1, "too late");

    assertThat(catalog.trust.copy().orElseThrow().files().keySet())
        .isEqualTo(stored.files().keySet());
    assertThat(catalog.trust.state()).isEqualTo(new TrustStore.State(stored.revision(), null));
  }

  @Test
  void shouldNeitherTakeNorStoreBesideFilesForBoth() {
    Map<String, String> files = files("whence.trust.trusted-root", "whence.trust.npm-keys");
    Machine withFiles = new Machine("files", tuf.url(), files);
    withFiles.shared.refresh();
    assertThat(revision()).isEqualTo("0");
    assertThat(tuf.requests()).isEmpty();
    machine("a").shared.refresh();

    withFiles.shared.take();

    assertThat(withFiles.status().current().origin()).doesNotContain(FROM_TUF);
    assertThat(withFiles.tasks(Role.CRAWL, Role.VERIFY))
        .containsExactlyInAnyOrder("registry-keys", "trust-gaps");
  }

  @Test
  void shouldTakeTheOtherDocumentBesideOneFile() {
    machine("a").shared.refresh();
    Machine one = new Machine("b", tuf.url(), files("whence.trust.trusted-root"));
    assertThat(one.status().current().origin())
        .startsWith("the trusted root in ")
        .endsWith("npm's keys in " + FROM_TUF);
  }

  @Test
  void shouldTakeButNotAskWhereItIsOffline() {
    machine("a").shared.refresh();
    int requests = tuf.requests().size();
    Machine offline = new Machine("b", tuf.url(), Map.of("whence.trust.offline", "true"));
    offline.shared.refresh();
    assertThat(offline.status().current().origin()).isEqualTo(FROM_TUF);
    assertThat(tuf.requests()).hasSize(requests);
    assertThat(offline.tasks(Role.CRAWL, Role.VERIFY))
        .containsExactlyInAnyOrder("registry-keys", "trust-gaps");
  }

  @Test
  void shouldBeRefreshedWhereThereIsTheRoleVerify() {
    assertThat(machine("a").tasks(Role.CRAWL, Role.VERIFY))
        .containsExactlyInAnyOrder("registry-keys", "trust-gaps", "trust");
    assertThat(machine("a").tasks(Role.CRAWL)).isEmpty();
    assertThat(machine("a").tasks(Role.WEB)).isEmpty();
  }

  private static Map<String, String> files(String... settings) {
    Map<String, String> files = new HashMap<>();
    for (String setting : settings) {
      String file =
          setting.endsWith("keys")
              ? "trust/sigstore-tuf-seeds/5.0.1/npm_keys.json"
              : "trusted_root.json";
      files.put(setting, Recording.root().resolve(file).toAbsolutePath().toString());
    }
    return files;
  }

  private String revision() {
    return catalog.query("SELECT revision FROM trust_copy").getFirst();
  }

  private String storedTimestamp() {
    return new String(
        Objects.requireNonNull(
            catalog.trust.copy().orElseThrow().files().get("tuf/timestamp.json")),
        StandardCharsets.UTF_8);
  }

  /** With a new revision, as if somebody had stored it so. */
  private void changeStoredTimestamp(String passage, String other) {
    TrustStore.Copy stored = catalog.trust.copy().orElseThrow();
    String text = storedTimestamp();
    assertThat(text).contains(passage);
    Map<String, byte[]> files = new HashMap<>(stored.files());
    files.put("tuf/timestamp.json", text.replace(passage, other).getBytes(StandardCharsets.UTF_8));
    catalog.trust.replace(stored.revision(), stored.digest(), stored.confirmedAt(), files);
  }
}
