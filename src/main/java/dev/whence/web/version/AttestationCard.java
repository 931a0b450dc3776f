package dev.whence.web.version;

import dev.whence.catalog.RecordedVerdict;
import dev.whence.catalog.VersionDetail;
import dev.whence.provenance.Attestation;
import dev.whence.provenance.AttestationKind;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.LogEntry;
import dev.whence.provenance.Signer;
import dev.whence.provenance.TimeSource;
import dev.whence.provenance.Verdict;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Link;
import dev.whence.web.ui.Sentence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The card about the attestation itself: who stated what, signed how, logged where and when. */
final class AttestationCard {

  /** Sigstore's public-good Rekor v1, the one log whose entries can be looked up by index. */
  private static final String PUBLIC_LOG =
      "c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d";

  private static final String LOG_SEARCH = "https://search.sigstore.dev/?logIndex=";

  private AttestationCard() {}

  static Card of(
      VersionDetail version, Verdicts verdicts, List<Attestation> attestations, Frame frame) {
    Optional<Attestation> provenance = of(attestations, AttestationKind.PROVENANCE);
    Card.Facts facts = new Card.Facts();
    provenance.ifPresent(attestation -> signature(facts, attestation, frame));
    if (version.summary().level() != null) {
      facts.add(
          "level",
          Sentence.write()
              .page("/about/levels", version.summary().level().title())
              .words(" (" + version.summary().level().meaning() + ")")
              .end());
    }
    of(attestations, AttestationKind.PUBLISH)
        .ifPresent(publish -> facts.add("npm's own", publish(publish, verdicts, frame)));
    return new Card(
        "attestation",
        "Attestation",
        lead(version, provenance.orElse(null), attestations.size()),
        facts.list(),
        true);
  }

  private static Sentence lead(
      VersionDetail version, @Nullable Attestation provenance, int readable) {
    if (provenance == null) {
      return Sentence.of(
          version.response() == null
              ? "No attestation is stored for this version."
              : readable == 0
                  ? "What the registry served could not be read as attestations."
                  : "The registry served no provenance attestation.");
    }
    return switch (provenance.signer()) {
      case Signer.Certificate certificate ->
          Sentence.write()
              .words(issuer(certificate) + " stated how this was built, signed as ")
              .name(certificate.identity())
              .words(".")
              .end();
      case Signer.ManagedKey key ->
          Sentence.write()
              .words("The holder of the key ")
              .name(key.hint())
              .words(" stated how this was built.")
              .end();
    };
  }

  private static String issuer(Signer.Certificate certificate) {
    CiProvider provider = CiProvider.ofIssuer(certificate.issuer());
    return switch (provider) {
      case GITHUB_ACTIONS, GITLAB_CI -> provider.title();
      case OTHER -> "Somebody with another identity than a CI service that we know";
    };
  }

  private static void signature(Card.Facts facts, Attestation attestation, Frame frame) {
    if (attestation.signer() instanceof Signer.Certificate certificate) {
      facts.name("identity by", certificate.issuer());
    }
    @Nullable LogEntry entry = attestation.logEntry();
    facts.add("log entry", entry == null ? Sentence.of("none") : logEntry(entry));
    if (attestation.signedAt() != null) {
      facts.add(
          "signed",
          Sentence.write()
              .when(frame.when(attestation.signedAt()))
              .words(", as " + source(attestation.timeSource()) + " states")
              .end());
    }
    facts.name("predicate", attestation.predicateType());
    if (attestation.provenance() != null) {
      facts.name("build type", attestation.provenance().buildType());
    }
    facts.name("bundle", attestation.mediaType());
  }

  static Sentence logEntry(LogEntry entry) {
    Sentence.Writer out = Sentence.write();
    @Nullable Long index = entry.logIndex();
    if (index == null) {
      out.words("in the log ").digest(Digest.of(entry.logId())).words(", number not certain");
    } else if (entry.logId().equals(PUBLIC_LOG)) {
      Link.to(LOG_SEARCH + index).ifPresent(out::link);
    } else {
      out.words("number " + index + " of the log ").digest(Digest.of(entry.logId()));
    }
    return out.words(" (" + entry.kind() + ", " + proofs(entry) + ")").end();
  }

  private static String proofs(LogEntry entry) {
    if (entry.proof()) {
      return entry.promise() ? "with promise and inclusion proof" : "with inclusion proof";
    }
    return entry.promise() ? "with a promise, without inclusion proof" : "without any proof";
  }

  private static String source(@Nullable TimeSource source) {
    return source == TimeSource.TIMESTAMP_AUTHORITY
        ? "a timestamp authority"
        : "the transparency log";
  }

  private static Sentence publish(Attestation publish, Verdicts verdicts, Frame frame) {
    Sentence.Writer out = Sentence.write().words("publish attestation");
    if (publish.signedAt() != null) {
      out.words(", signed ").when(frame.when(publish.signedAt()));
    }
    out.words(" ");
    Optional<RecordedVerdict> verdict = verdicts.publish();
    if (verdict.isEmpty()) {
      return out.words("(not checked yet)").end();
    }
    Verdict found = verdict.get().verdict();
    return switch (found.outcome()) {
      case VERIFIED -> out.mark("good", "checked").end();
      case REJECTED -> out.mark("bad", "rejected: " + found.failures().getFirst().reason()).end();
      case UNDECIDED -> out.words("(could not be checked)").end();
      case UNREADABLE -> out.words("(unreadable)").end();
    };
  }

  private static Optional<Attestation> of(List<Attestation> attestations, AttestationKind kind) {
    return attestations.stream().filter(attestation -> attestation.kind() == kind).findFirst();
  }
}
