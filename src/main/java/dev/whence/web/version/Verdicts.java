package dev.whence.web.version;

import dev.whence.catalog.read.RecordedVerdict;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.bundle.AttestationKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The verdicts on a version's attestations: the latest ones and the earlier ones. */
record Verdicts(List<RecordedVerdict> latest, List<RecordedVerdict> earlier) {

  /**
   * @param history newest first
   */
  static Verdicts of(List<RecordedVerdict> history) {
    Map<Integer, RecordedVerdict> latest = new LinkedHashMap<>();
    history.forEach(verdict -> latest.putIfAbsent(verdict.ordinal(), verdict));
    return new Verdicts(
        List.copyOf(latest.values()),
        history.stream().filter(verdict -> !latest.containsValue(verdict)).toList());
  }

  /**
   * The verdict that decides the version's evidence: on its provenance, otherwise on an unreadable
   * attestation.
   */
  Optional<RecordedVerdict> main() {
    return of(AttestationKind.PROVENANCE)
        .or(() -> latest.stream().filter(verdict -> verdict.kind() == null).findFirst());
  }

  Optional<RecordedVerdict> publish() {
    return of(AttestationKind.PUBLISH);
  }

  /** All latest verdicts except the main one. */
  Stream<RecordedVerdict> others() {
    Optional<RecordedVerdict> main = main();
    return latest.stream().filter(verdict -> main.isEmpty() || !main.get().equals(verdict));
  }

  /** A check of the main verdict. */
  Optional<Check> check(CheckKind kind) {
    return main().stream()
        .flatMap(verdict -> verdict.verdict().checks().stream())
        .filter(check -> check.kind() == kind)
        .findFirst();
  }

  private Optional<RecordedVerdict> of(AttestationKind kind) {
    return latest.stream().filter(verdict -> verdict.kind() == kind).findFirst();
  }
}
