package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.sigstore.proto.bundle.v1.Bundle;
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
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * The same bundles and mutants through sigstore-java's parser and verifiers. Whatever the two do
 * not agree on is one of the kinds that docs/verification.md explains.
 */
class DifferentialTest {

  private static final Logger LOG = Logger.getLogger(DifferentialTest.class);
  private static final int MUTANTS = Integer.getInteger("whence.test.differential", 60);

  private final GeneratedTrust generated = new GeneratedTrust();
  private final SigstoreJavaParts ofGenerated =
      new SigstoreJavaParts(generated.sigstore().trustedRoot());
  private final Map<String, Integer> explained = new TreeMap<>();
  private final List<String> unexplained = new ArrayList<>();
  private int compared;

  @Test
  void shouldDisagreeWithSigstoreJavaOnlyWhereThatIsExplained() {
    List<Original> originals = new ArrayList<>(Original.generated());
    if (Recording.isPresent()) {
      Original.recorded().stream()
          .filter(original -> original.instance().equals("public good"))
          .forEach(originals::add);
    }
    Vocabulary vocabulary = new Vocabulary();
    originals.forEach(original -> vocabulary.learn(original.bundle()));
    SplittableRandom random = new SplittableRandom(14);
    for (Original original : originals) {
      SigstoreJavaParts peer =
          original.instance().equals("generated")
              ? ofGenerated
              : new SigstoreJavaParts(Recording.bytes("trusted_root.json"));
      compare(original, original.bundle().toString(), peer);
      for (int i = 0; i < MUTANTS; i++) {
        compare(
            original,
            new StructureMutator(random, vocabulary, false).mutant(original.bundle()),
            peer);
      }
    }
    LOG.infof("Compared with sigstore-java: %d parts, explained %s", compared, explained);
    assertThat(unexplained).isEmpty();
    assertThat(compared).isGreaterThan(originals.size() * MUTANTS);
  }

  @Test
  void shouldExplainEveryKindInTheDocumentation() throws IOException {
    String documentation = Files.readString(Path.of("docs", "verification.md"));
    for (Explained kind : Explained.values()) {
      assertThat(documentation).contains("`" + kind.slug() + "`");
    }
  }

  private void compare(Original original, String text, SigstoreJavaParts peer) {
    if (!(original.verifier().verify(text.getBytes(StandardCharsets.UTF_8), original.expected())
        instanceof VerifiedResponse.Read read)) {
      return; // Not JSON to us, or another response: there is no bundle to compare.
    }
    Verdict verdict = read.items().getFirst().verdict();
    String format = Verified.check(verdict, CheckKind.FORMAT).reason();
    boolean form = verdict.outcome() != Verdict.Outcome.UNREADABLE && !format.contains("member");
    try {
      Bundle bundle = SigstoreJavaParts.parse(text);
      note(Explained.Part.FORM, form, "", format);
      if (form) {
        parts(bundle, verdict, peer);
      }
    } catch (InvalidProtocolBufferException e) {
      note(Explained.Part.FORM, form, String.valueOf(e.getMessage()), format);
    }
  }

  private void parts(Bundle bundle, Verdict verdict, SigstoreJavaParts peer) {
    if (!bundle.getVerificationMaterial().hasPublicKey()) {
      note(
          Explained.Part.CERTIFICATE,
          passed(verdict, CheckKind.CERTIFICATE_CHAIN)
              && passed(verdict, CheckKind.CERTIFICATE_TRANSPARENCY),
          peer.certificate(bundle),
          Verified.check(verdict, CheckKind.CERTIFICATE_CHAIN).reason());
    }
    if (bundle.getVerificationMaterial().getTlogEntriesCount() == 1) {
      note(
          Explained.Part.LOG,
          passed(verdict, CheckKind.TRANSPARENCY_LOG),
          peer.logEntry(bundle.getVerificationMaterial().getTlogEntries(0)),
          Verified.check(verdict, CheckKind.TRANSPARENCY_LOG).reason());
    }
    String time = Verified.check(verdict, CheckKind.SIGNING_TIME).reason();
    note(
        Explained.Part.TIMESTAMPS,
        !time.contains("timestamp is wrong") && !time.contains("no timestamp authority"),
        peer.timestamps(bundle),
        time);
  }

  private void note(Explained.Part part, boolean ours, String theirs, String reason) {
    compared++;
    if (ours == theirs.isEmpty()) {
      return;
    }
    String told = part + (ours ? " ours passes, " : " ours fails, ") + reason + " | " + theirs;
    Explained.of(part, ours, reason, theirs)
        .ifPresentOrElse(
            kind -> explained.merge(kind.slug(), 1, Integer::sum), () -> unexplained.add(told));
  }

  private static boolean passed(Verdict verdict, CheckKind kind) {
    return Verified.check(verdict, kind).status() == CheckStatus.PASSED;
  }
}
