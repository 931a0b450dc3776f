package dev.whence.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.whence.demo.sigstore.GeneratedSigstore;
import dev.whence.demo.store.BodyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preparing a store: the same each time, once, and never half. */
class PreparationTest {

  private static final Edition EDITION = edition("prepared");

  @TempDir private Path folder;

  private final AtomicInteger prepared = new AtomicInteger();

  private static Edition edition(String seed) {
    return new Edition(seed, 200, 20, Instant.parse("2026-11-01T00:00:00Z"));
  }

  private BodyStore prepare(Edition edition, String name) throws IOException {
    GeneratedSigstore sigstore =
        GeneratedSigstore.of(
            edition.seed(),
            new Calendar(edition.now()).sigstoreBegan(),
            GeneratedRegistry.PUBLIC_URL);
    return Preparation.store(
        edition,
        new Packages(edition),
        sigstore,
        folder.resolve(name),
        (more, _) -> prepared.addAndGet(more));
  }

  /** Of each packument and each version's attestations. */
  private static String digest(Edition edition, BodyStore store) {
    Packages packages = new Packages(edition);
    Hasher hasher = Hashing.sha256().newHasher();
    for (int number = 0; number < packages.count(); number++) {
      History history = packages.history(number);
      hasher.putUnencodedChars(store.find(PackageContent.key(history)).orElseThrow().etag());
      for (Release release : history.releases()) {
        store
            .find(PackageContent.key(history, release))
            .ifPresent(body -> hasher.putBytes(body.gzip()));
      }
    }
    return hasher.hash().toString();
  }

  @Test
  void shouldPrepareTheSameFromTheSameSeed() throws IOException {
    String one = digest(EDITION, prepare(EDITION, "one"));
    assertThat(digest(EDITION, prepare(EDITION, "again"))).isEqualTo(one);
    Edition other = edition("other");
    assertThat(digest(other, prepare(other, "other"))).isNotEqualTo(one);
  }

  @Test
  void shouldPrepareOnce() throws IOException {
    prepare(EDITION, "store");
    assertThat(prepared).hasValue(200);
    prepare(EDITION, "store");
    assertThat(prepared).hasValue(200);
    prepare(edition("other"), "store");
    assertThat(prepared).hasValue(400);
  }

  @Test
  void shouldPrepareAgainWhatWasLeftHalfDone() throws IOException {
    prepare(EDITION, "store");
    Files.delete(folder.resolve("store/complete"));
    prepare(EDITION, "store");
    assertThat(prepared).hasValue(400);
    assertThat(Files.exists(folder.resolve("store/complete"))).isTrue();
  }
}
