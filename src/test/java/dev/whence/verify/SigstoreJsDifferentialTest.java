package dev.whence.verify;

import static dev.whence.provenance.CheckKind.CERTIFICATE_CHAIN;
import static dev.whence.provenance.CheckKind.CERTIFICATE_TRANSPARENCY;
import static dev.whence.provenance.CheckKind.FORMAT;
import static dev.whence.provenance.CheckKind.LOG_ENTRY;
import static dev.whence.provenance.CheckKind.SIGNATURE;
import static dev.whence.provenance.CheckKind.SIGNING_TIME;
import static dev.whence.provenance.CheckKind.TRANSPARENCY_LOG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Verdict;
import dev.whence.testing.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same bundles and mutants through sigstore-js, which npm itself uses: form, chain, logs, times
 * and signature. Whatever the two do not agree on is one of the kinds that docs/verification.md
 * explains.
 */
class SigstoreJsDifferentialTest {

  private static final Logger LOG = Logger.getLogger(SigstoreJsDifferentialTest.class);
  private static final int MUTANTS = Integer.getInteger("whence.test.differential", 60);

  /** What sigstore-js checks as well. */
  private static final Set<CheckKind> COMPARED =
      Set.of(
          FORMAT,
          CERTIFICATE_CHAIN,
          CERTIFICATE_TRANSPARENCY,
          TRANSPARENCY_LOG,
          LOG_ENTRY,
          SIGNING_TIME,
          SIGNATURE);

  private final Map<String, Integer> explained = new TreeMap<>();
  private final List<String> unexplained = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void shouldDisagreeOnGeneratedBundlesOnlyWhereThatIsExplained() throws Exception {
    GeneratedTrust generated = new GeneratedTrust();
    compare(
        Original.generated(),
        new SigstoreJs(folder, generated.sigstore().trustedRoot(), generated.sigstore().npmKeys()));
  }

  @Test
  void shouldDisagreeOnRecordedBundlesOnlyWhereThatIsExplained() throws Exception {
    compare(
        Original.recorded().stream().filter(o -> o.instance().equals("public good")).toList(),
        new SigstoreJs(
            folder,
            Recording.bytes("trusted_root.json"),
            Recording.bytes("trust/sigstore-tuf-seeds/5.0.1/npm_keys.json")));
  }

  @Test
  void shouldExplainEveryKindInTheDocumentation() throws IOException {
    String documentation = Files.readString(Path.of("docs", "verification.md"));
    for (ExplainedJs kind : ExplainedJs.values()) {
      assertThat(documentation).contains("`" + kind.slug() + "`");
    }
  }

  private void compare(List<Original> originals, SigstoreJs peer)
      throws IOException, InterruptedException {
    Vocabulary vocabulary = new Vocabulary();
    originals.forEach(original -> vocabulary.learn(original.bundle()));
    SplittableRandom random = new SplittableRandom(14);
    List<Original> of = new ArrayList<>();
    List<String> bundles = new ArrayList<>();
    for (Original original : originals) {
      of.add(original);
      bundles.add(original.bundle().toString());
      for (int i = 0; i < MUTANTS; i++) {
        of.add(original);
        bundles.add(new StructureMutator(random, vocabulary, false).mutant(original.bundle()));
      }
    }
    List<String> problems = peer.problems(bundles);
    for (int i = 0; i < bundles.size(); i++) {
      note(of.get(i), bundles.get(i), problems.get(i));
    }
    LOG.infof("Compared with sigstore-js: %d bundles, explained %s", bundles.size(), explained);
    assertThat(unexplained).isEmpty();
    assertThat(problems).contains("");
  }

  private void note(Original original, String bundle, String theirs) {
    if (!(original.verifier().verify(bundle.getBytes(StandardCharsets.UTF_8), original.expected())
        instanceof VerifiedResponse.Read read)) {
      return; // Another response to us: there is no bundle to compare.
    }
    Verdict verdict = read.items().getFirst().verdict();
    List<String> ours =
        verdict.checks().stream()
            .filter(check -> COMPARED.contains(check.kind()))
            .filter(SigstoreJsDifferentialTest::refuses)
            .map(Check::reason)
            .toList();
    if (ours.isEmpty() == theirs.isEmpty()) {
      return;
    }
    ExplainedJs.of(ours, theirs)
        .ifPresentOrElse(
            kind -> explained.merge(kind.slug(), 1, Integer::sum),
            () -> unexplained.add(original.name() + ": " + ours + " | " + theirs));
  }

  private static boolean refuses(Check check) {
    return check.status() == CheckStatus.FAILED || check.status() == CheckStatus.INCONCLUSIVE;
  }
}
