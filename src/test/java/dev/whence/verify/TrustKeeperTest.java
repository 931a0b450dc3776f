package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.provenance.Verdict;
import dev.whence.testing.RecordedTufRepository;
import dev.whence.testing.RecordedVersions;
import dev.whence.testing.Recording;
import dev.whence.verify.trust.TrustCache;
import dev.whence.verify.trust.TrustDocuments;
import dev.whence.verify.trust.TrustSources;
import dev.whence.verify.trust.TrustStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trust material: where it comes from, how it is refreshed, and what a failed refresh leaves. */
class TrustKeeperTest {

  private static final Clock CLOCK = RecordedTufRepository.CURRENT;

  @TempDir Path folder;

  private TrustKeeper keeper(Optional<URI> tuf, Clock clock) {
    return new TrustKeeper(
        new TrustSources(
            Optional.empty(),
            Optional.empty(),
            new TrustCache(folder.resolve("cache")),
            tuf,
            clock),
        clock);
  }

  private TrustKeeper withFiles(Optional<Path> root, Optional<Path> keys) {
    return new TrustKeeper(
        new TrustSources(
            root, keys, new TrustCache(folder.resolve("cache")), Optional.empty(), CLOCK),
        CLOCK);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void shouldStartWithTheCopyInTheJar() {
    TrustStatus status = keeper(Optional.empty(), CLOCK).status();
    assertThat(status.current().origin()).isEqualTo("the copy that came along");
    assertThat(status.refreshedAt()).isNull();
    // Whoever renews the copy renews the time at which it was confirmed.
    assertThat(status.confirmedAt()).isEqualTo(Instant.parse("2026-08-21T19:25:56Z"));
    assertThat(status.current().digest())
        .isEqualTo("36194243569153bfc2f2bd064589099f3c8012f829d62adb5219a436ad3da25c");
    assertThat(status.problem()).isNull();
  }

  @Test
  void shouldVerifyRecordedBundlesWithTheCopyInTheJar() {
    byte[] response = Recording.bytes("attestations/sigstore@2.0.0.json");
    VerifiedResponse verified =
        keeper(Optional.empty(), CLOCK)
            .verifier()
            .verify(response, RecordedVersions.expected("sigstore", "2.0.0"));
    assertThat(((VerifiedResponse.Read) verified).items())
        .isNotEmpty()
        .allMatch(item -> item.verdict().outcome() == Verdict.Outcome.VERIFIED);
  }

  @Test
  void shouldUseTheFilesThatTheOperatorNames() throws IOException {
    Path root = file("root.json", TrustDocuments.inJar().trustedRoot());
    Path keys = file("keys.json", TrustDocuments.inJar().npmKeys());
    TrustStatus both = withFiles(Optional.of(root), Optional.of(keys)).refresh();
    assertThat(both.current().origin()).isEqualTo("the files root.json and keys.json");
    assertThat(both.refreshedAt()).isEqualTo(CLOCK.instant());
    TrustStatus one = withFiles(Optional.of(root), Optional.empty()).status();
    assertThat(one.current().origin())
        .contains("trusted root in the file root.json")
        .contains("npm's keys in the copy that came along");
  }

  @Test
  void shouldNotTellPublicPagesInWhichFolderAFileIs() throws IOException {
    Path root = file("root.json", TrustDocuments.inJar().trustedRoot());
    Path keys = file("keys.json", TrustDocuments.inJar().npmKeys());
    TrustKeeper keeper = withFiles(Optional.of(root), Optional.of(keys));
    Files.delete(keys);

    TrustStatus status = keeper.refresh();

    assertThat(status.problem()).isEqualTo("cannot read keys.json: NoSuchFileException");
    assertThat(status.current().origin()).doesNotContain(folder.toString());

    Files.writeString(keys, "{}");
    assertThat(keeper.refresh().problem())
        .startsWith("the files root.json and keys.json: ")
        .doesNotContain(folder.toString());
  }

  @Test
  void shouldNameFileAndReasonWhereAFileIsUnusable() throws IOException {
    Path keys = file("keys.json", TrustDocuments.inJar().npmKeys());
    Path broken =
        file("broken.json", "{\"mediaType\":".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Path absent = folder.resolve("absent.json");
    assertThatThrownBy(() -> withFiles(Optional.of(absent), Optional.of(keys)))
        .hasMessageContaining("cannot read " + absent + ": ")
        .hasMessageContaining("NoSuchFileException");
    assertThatThrownBy(() -> withFiles(Optional.of(broken), Optional.of(keys)))
        .hasMessageContaining(broken.toString())
        .hasMessageContaining("the trusted root cannot be read");
    assertThatThrownBy(() -> withFiles(Optional.empty(), Optional.of(broken)))
        .hasMessageContaining(broken.toString())
        .hasMessageContaining("npm's keys cannot be read");
  }

  @Test
  void shouldRefreshFromTufFollowingTheRootsAndKeepItOverARestart() {
    try (RecordedTufRepository tuf = new RecordedTufRepository()) {
      TrustKeeper keeper = keeper(Optional.of(tuf.url()), CLOCK);
      TrustStatus status = keeper.refresh();
      assertThat(status.problem()).isNull();
      assertThat(status.current().origin()).isEqualTo("Sigstore's TUF repository");
      assertThat(status.refreshedAt()).isEqualTo(CLOCK.instant());
      assertThat(tuf.requests()).contains("/11.root.json", "/15.root.json", "/16.root.json");
      TrustStatus restarted = keeper(Optional.empty(), CLOCK).status();
      assertThat(restarted.current().origin()).isEqualTo("Sigstore's TUF repository");
      assertThat(restarted.current().digest()).isEqualTo(status.current().digest());
      assertThat(restarted.refreshedAt()).isEqualTo(CLOCK.instant());
    }
  }

  @Test
  void shouldRefreshAgainWhereNothingChanged() throws IOException {
    try (RecordedTufRepository tuf = new RecordedTufRepository()) {
      keeper(Optional.of(tuf.url()), CLOCK).refresh();
      Clock later = Clock.offset(CLOCK, java.time.Duration.ofHours(1));
      TrustStatus status = keeper(Optional.of(tuf.url()), later).refresh();
      assertThat(status.problem()).isNull();
      assertThat(status.refreshedAt()).isEqualTo(later.instant());
    }
    try (Stream<Path> copies = Files.list(folder.resolve("cache"))) {
      assertThat(copies).hasSize(1);
    }
  }

  @Test
  void shouldKeepTheLastGoodWhereTheServerIsDown() {
    URI gone;
    TrustStatus good;
    try (RecordedTufRepository tuf = new RecordedTufRepository()) {
      gone = tuf.url();
      good = keeper(Optional.of(gone), CLOCK).refresh();
    }
    TrustStatus status = keeper(Optional.of(gone), CLOCK).refresh();
    assertThat(status.problem()).contains("the TUF repository " + gone);
    assertThat(status.current().digest()).isEqualTo(good.current().digest());
    assertThat(status.refreshedAt()).isEqualTo(good.refreshedAt());
  }

  @Test
  void shouldRefuseExpiredMetadataEvenWhereNothingIsNew() {
    Clock afterTimestamp = Clock.fixed(Instant.parse("2026-09-10T00:00:00Z"), ZoneOffset.UTC);
    Clock afterRoot = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
    try (RecordedTufRepository tuf = new RecordedTufRepository()) {
      assertThat(keeper(Optional.of(tuf.url()), afterTimestamp).refresh().problem())
          .contains("expired");
      assertThat(keeper(Optional.of(tuf.url()), afterRoot).refresh().problem()).contains("expired");
      assertThat(keeper(Optional.of(tuf.url()), CLOCK).refresh().problem()).isNull();
      assertThat(keeper(Optional.of(tuf.url()), afterTimestamp).refresh().problem())
          .contains("timestamp expired on 2026-08-28");
    }
  }

  /**
   * As after a refresh from a server that was further: its metadata is trusted as it lies there.
   */
  @ParameterizedTest
  @CsvSource({"the timestamp, 762, 763", "the snapshot that it names, 165, 166"})
  void shouldRefuseARolledBackVersion(String what, int served, int trusted) throws IOException {
    try (RecordedTufRepository tuf = new RecordedTufRepository()) {
      TrustStatus good = keeper(Optional.of(tuf.url()), CLOCK).refresh();
      Path timestamp = metadata().resolve("timestamp.json");
      String text = Files.readString(timestamp);
      assertThat(text).as(what).contains("\"version\":" + served);
      Files.writeString(timestamp, text.replace("\"version\":" + served, "\"version\":" + trusted));
      TrustStatus status = keeper(Optional.of(tuf.url()), CLOCK).refresh();
      assertThat(status.problem())
          .contains("Expected version " + trusted + " or higher but found version " + served);
      assertThat(status.current().digest()).isEqualTo(good.current().digest());
      assertThat(status.refreshedAt()).isEqualTo(good.refreshedAt());
    }
  }

  private Path metadata() throws IOException {
    try (Stream<Path> copies = Files.list(folder.resolve("cache"))) {
      return copies.findFirst().orElseThrow().resolve("tuf");
    }
  }

  @Test
  void shouldRefuseForgedMetadataAndTargets() {
    refuses("timestamp.json", "\"version\": ", "\"version\": 9", "");
    refuses("165.snapshot.json", "\"version\": 14", "\"version\": 13", "");
    refuses("14.targets.json", "\"length\": 6787", "\"length\": 6788", "");
    refuses(
        "8.registry.npmjs.org.json",
        "\"length\": 2121",
        "\"length\": 2122",
        "0 good signatures of 1");
  }

  @Test
  void shouldRefuseATargetThatIsNotTheSignedOne() {
    try (RecordedTufRepository tuf = new RecordedTufRepository()) {
      tuf.replace(
          "targets/registry.npmjs.org/160677eb6e1c7083c89b166b20f8fe4e837fb71181506aff1991b80b89184f7d.keys.json",
          "2025-01-29",
          "2035-01-29");
      assertThat(keeper(Optional.of(tuf.url()), CLOCK).refresh().problem())
          .contains("registry.npmjs.org/keys.json has another hash");
    }
  }

  @Test
  void shouldRefuseARootThatItsPredecessorDidNotSign() {
    try (RecordedTufRepository tuf = new RecordedTufRepository()) {
      tuf.replace("12.root.json", "\"spec_version\": \"1.0\"", "\"spec_version\": \"1.0.1\"");
      assertThat(keeper(Optional.of(tuf.url()), CLOCK).refresh().problem())
          .contains("TUF repository");
    }
  }

  private void refuses(String file, String passage, String other, String reason) {
    try (RecordedTufRepository tuf = new RecordedTufRepository()) {
      tuf.replace(file, passage, other);
      TrustStatus status = keeper(Optional.of(tuf.url()), CLOCK).refresh();
      assertThat(status.problem()).as(file).isNotNull().contains(reason);
      assertThat(status.current().origin()).as(file).isEqualTo("the copy that came along");
    }
    assertThat(folder.resolve("cache")).isEmptyDirectory();
  }
}
