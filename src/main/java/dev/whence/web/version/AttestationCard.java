package dev.whence.web.version;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.RecordedVerdict;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.TimeSource;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationKind;
import dev.whence.provenance.bundle.LogEntry;
import dev.whence.provenance.bundle.Signer;
import dev.whence.web.facts.ClaimWords;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The card about the attestation itself: who made the statement, how it was signed, and where and
 * when it was logged.
 */
final class AttestationCard {

  private AttestationCard() {}

  static Card of(
      VersionDetail version, Verdicts verdicts, List<Attestation> attestations, Frame frame) {
    Optional<Attestation> provenance = provenance(attestations);
    Card.Facts facts = new Card.Facts();
    Evidence evidence = version.summary().evidence();
    provenance.ifPresent(attestation -> signature(facts, attestation, evidence, frame));
    if (version.summary().level() != null) {
      facts.add(
          "level",
          Sentence.write()
              .page("/about/levels", version.summary().level().title())
              .words(" (" + version.summary().level().meaning() + ")")
              .end());
    }
    of(attestations, AttestationKind.PUBLISH)
        .ifPresent(
            publish -> facts.add("npm's publish attestation", publish(publish, verdicts, frame)));
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
              ? "We have no attestation of this version."
              : readable == 0
                  ? "We could not read the attestations that npm served."
                  : "npm served no provenance for this version.");
    }
    return ClaimWords.isProven(version.summary().evidence())
        ? signed(provenance.signer())
        : claimed(provenance.signer(), version.summary().evidence());
  }

  private static Sentence signed(Signer signer) {
    return switch (signer) {
      case Signer.Certificate certificate ->
          Sentence.write()
              .words(signer(certificate) + " signed how this was built, as ")
              .name(certificate.identity())
              .words(".")
              .end();
      case Signer.ManagedKey key ->
          Sentence.write()
              .words("The holder of the key ")
              .name(key.hint())
              .words(" signed how this was built.")
              .end();
    };
  }

  /** If the checks do not prove the signature, the signer is only a name in the bundle. */
  private static Sentence claimed(Signer signer, Evidence evidence) {
    Sentence.Writer out = Sentence.write();
    switch (signer) {
      case Signer.Certificate certificate ->
          out.words("The certificate names ").name(certificate.identity());
      case Signer.ManagedKey key -> out.words("The bundle names the key ").name(key.hint());
    }
    return out.words(
            evidence == Evidence.REJECTED
                ? ". This provenance was rejected."
                : evidence == Evidence.INCONCLUSIVE
                    ? ". This provenance is inconclusive."
                    : ". We have not checked this provenance yet.")
        .end();
  }

  private static String signer(Signer.Certificate certificate) {
    CiProvider provider = CiProvider.ofIssuer(certificate.issuer());
    return switch (provider) {
      case GITHUB_ACTIONS, GITLAB_CI -> provider.title();
      case OTHER -> "A signer that is not a CI service we know";
    };
  }

  /** Who confirmed the identity in the certificate. */
  private static Optional<Sentence> issuer(Signer.Certificate certificate) {
    @Nullable String issuer = certificate.issuer();
    if (issuer == null) {
      return Optional.empty();
    }
    CiProvider provider = CiProvider.ofIssuer(issuer);
    return Optional.of(
        switch (provider) {
          case GITHUB_ACTIONS, GITLAB_CI ->
              Sentence.write()
                  .words("confirmed by " + provider.title() + " (OIDC issuer ")
                  .name(issuer)
                  .words(")")
                  .end();
          case OTHER -> Sentence.write().words("confirmed by the OIDC issuer ").name(issuer).end();
        });
  }

  private static void signature(
      Card.Facts facts, Attestation attestation, Evidence evidence, Frame frame) {
    boolean isProven = ClaimWords.isProven(evidence);
    if (attestation.signer() instanceof Signer.Certificate certificate) {
      if (isProven) {
        issuer(certificate).ifPresent(confirmed -> facts.add("identity", confirmed));
      } else {
        facts.name("issuer (claimed)", certificate.issuer());
      }
    }
    @Nullable LogEntry entry = attestation.logEntry();
    facts.add(
        isProven ? "log entry" : "log entry (claimed)",
        entry == null ? Sentence.of("none") : LogWords.proven(entry));
    if (attestation.signedAt() != null) {
      facts.add(
          isProven ? "signed" : "signed (claimed)",
          Sentence.write()
              .when(frame.when(attestation.signedAt()))
              .words(isProven ? ", time from " : ", from ")
              .words(source(attestation.timeSource()))
              .end());
    }
    facts.name("predicate", attestation.predicateType());
    if (attestation.provenance() != null) {
      facts.name("build type", attestation.provenance().buildType());
    }
    facts.name("bundle format", attestation.mediaType());
  }

  private static String source(@Nullable TimeSource source) {
    return source == TimeSource.TIMESTAMP_AUTHORITY
        ? "a timestamp authority"
        : "the transparency log";
  }

  private static Sentence publish(Attestation publish, Verdicts verdicts, Frame frame) {
    Sentence.Writer out = Sentence.write();
    if (publish.signedAt() != null) {
      out.words("signed ").when(frame.when(publish.signedAt())).words(" ");
    }
    Optional<RecordedVerdict> verdict = verdicts.publish();
    if (verdict.isEmpty()) {
      return out.words("(pending: not checked yet)").end();
    }
    Verdict found = verdict.get().verdict();
    return switch (found.outcome()) {
      case VERIFIED -> out.mark("good", "verified").end();
      case REJECTED -> out.mark("bad", "rejected: " + found.failures().getFirst().reason()).end();
      case INCONCLUSIVE -> out.words("(inconclusive)").end();
      case UNREADABLE -> out.words("(unreadable)").end();
    };
  }

  static Optional<Attestation> provenance(List<Attestation> attestations) {
    return of(attestations, AttestationKind.PROVENANCE);
  }

  private static Optional<Attestation> of(List<Attestation> attestations, AttestationKind kind) {
    return attestations.stream().filter(attestation -> attestation.kind() == kind).findFirst();
  }
}
