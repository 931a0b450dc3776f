package dev.whence.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.demo.sigstore.GeneratedSigstore;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.PackumentVersion;
import dev.whence.registry.TestRegistryClient;
import dev.whence.registry.npm.AttestationsFetch;
import dev.whence.registry.npm.ChangesFeed;
import dev.whence.registry.npm.ChangesFetch;
import dev.whence.registry.npm.ChangesPage;
import dev.whence.registry.npm.PackumentFetch;
import dev.whence.registry.npm.RegistryClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that goes on. */
class RegistryLifeTest {

  private static final Edition EDITION =
      new Edition("life", 150, 20, Instant.parse("2026-11-01T00:00:00Z"));

  @TempDir private Path folder;

  private static String feedAfter(long... ticks) throws Exception {
    GeneratedSigstore sigstore =
        GeneratedSigstore.of(
            EDITION.seed(),
            new Calendar(EDITION.now()).sigstoreBegan(),
            GeneratedRegistry.PUBLIC_URL);
    Packages packages = new Packages(EDITION);
    Feed feed = new Feed(packages);
    PackageContent content = new PackageContent(sigstore, new Calendar(EDITION.now()));
    RegistryLife life = new RegistryLife(EDITION, packages, content, feed, Duration.ofSeconds(2));
    LongStream.of(ticks).forEach(life::pass);
    return new String(feed.page(0, 10_000), StandardCharsets.UTF_8);
  }

  @Test
  void shouldFollowFromTheNumberOfTicks() throws Exception {
    String feed = feedAfter(30);
    assertThat(feedAfter(10, 1, 19)).isEqualTo(feed);
    assertThat(feedAfter(20)).isNotEqualTo(feed);
    List<String> ids =
        List.of(feed.split("\"id\":\"")).stream()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf('"')))
            .toList();
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(150);
  }

  @Test
  void shouldHaveMovesOfEachKind() {
    Packages packages = new Packages(EDITION);
    Set<LifeMove.Kind> kinds = EnumSet.noneOf(LifeMove.Kind.class);
    for (int tick = 1; tick < 500; tick++) {
      kinds.add(LifeMove.at(tick, EDITION, packages, packages.count()).kind());
    }
    assertThat(kinds).containsExactlyInAnyOrder(LifeMove.Kind.values());
  }

  @Test
  void shouldServeWhatWasPublishedAndTellOfIt() throws Exception {
    DemoServing lively =
        new DemoServing(
            "127.0.0.1", 0, Duration.ofMillis(20), AnswerFaults.none(), Progress.NONE, null);
    try (GeneratedRegistry registry =
        GeneratedRegistry.start(EDITION, folder.resolve("store"), lively)) {
      RegistryClient client = TestRegistryClient.of(registry.url());
      PackageName changed = firstChange(TestRegistryClient.feed(registry.url()));
      PackumentFetch.Found found = (PackumentFetch.Found) client.packument(changed, null, null);
      List<PackumentVersion> fresh =
          found.packument().versions().stream()
              .filter(
                  version -> Objects.requireNonNull(version.publishedAt()).isAfter(EDITION.now()))
              .toList();
      assertThat(fresh).isNotEmpty();
      for (PackumentVersion version : fresh) {
        if (version.attestationsUrl() != null) {
          assertThat(client.attestations(changed, version.version()))
              .isInstanceOf(AttestationsFetch.Found.class);
        }
      }
    }
  }

  /** Of a package with a new version: most moves are publications. */
  private static PackageName firstChange(ChangesFeed feed) throws InterruptedException {
    long before = page(feed, 0).lastSequence();
    for (int tries = 0; tries < 200; tries++) {
      ChangesPage after = page(feed, before);
      if (after.changes().size() > 5) {
        return after.changes().getLast().name();
      }
      Thread.sleep(20);
    }
    throw new AssertionError("the feed stands still");
  }

  private static ChangesPage page(ChangesFeed feed, long since) {
    return ((ChangesFetch.Found) feed.after(since)).page();
  }
}
