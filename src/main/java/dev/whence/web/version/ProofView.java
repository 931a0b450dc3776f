package dev.whence.web.version;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.provenance.Builder;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Provenance;
import dev.whence.web.facts.ProvenanceWords;
import dev.whence.web.ui.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a version that are proven, and facts that are not.
 *
 * @param proven empty unless its provenance is verified
 */
public record ProofView(List<Sentence> proven, List<String> notProven) {

  private static final List<String> NEVER =
      List.of(
          "That the code is safe, or does what its description says. An honest workflow can build"
              + " malicious code from a public repository.",
          "That somebody reviewed the commit, or that whoever pushed it was allowed to.",
          "That the packages that this one depends on, or that the build used, come from where they"
              + " say.",
          "That you get the same file when you build the commit again.");

  static ProofView of(VersionDetail version, Verdicts verdicts) {
    List<Sentence> proven = new ArrayList<>();
    @Nullable Provenance provenance = version.summary().provenance();
    if (version.summary().evidence() == Evidence.VERIFIED && provenance != null) {
      Sentence.Writer built = Sentence.write().words("It was built");
      ProvenanceWords.describe(built, provenance);
      proven.add(built.words(".").end());
      add(
          proven,
          verdicts,
          CheckKind.SUBJECT,
          "The digest that npm states for the file (dist.integrity) is the signed one. npm compares"
              + " the file with it when it installs.");
      add(
          proven,
          verdicts,
          CheckKind.TRANSPARENCY_LOG,
          "The signature is in a public log, where everybody can see it.");
      add(proven, verdicts, CheckKind.PUBLISH, "npm signed that it accepted this version.");
    }
    return new ProofView(List.copyOf(proven), notProven(provenance));
  }

  static List<String> notProven(@Nullable Provenance provenance) {
    List<String> notProven = new ArrayList<>();
    @Nullable Builder builder = provenance == null ? null : provenance.builder();
    if (builder != null && "self-hosted".equals(builder.runnerEnvironment())) {
      notProven.add("That the owner of the self-hosted runner did not change the build.");
    }
    notProven.addAll(NEVER);
    return List.copyOf(notProven);
  }

  private static void add(
      List<Sentence> proven, Verdicts verdicts, CheckKind kind, String sentence) {
    verdicts
        .check(kind)
        .filter(check -> check.status() == CheckStatus.PASSED)
        .ifPresent(_ -> proven.add(Sentence.of(sentence)));
  }
}
