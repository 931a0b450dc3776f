package dev.whence.web.version;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.web.facts.ClaimWords;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Link;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The card about the file: is my file the one that was published, and the one that was signed? */
final class IntegrityCard {

  private IntegrityCard() {}

  static Card of(VersionDetail version, Verdicts verdicts) {
    Card.Facts facts = new Card.Facts();
    if (version.integrity() != null) {
      facts.add("integrity", Sentence.write().digest(Digest.integrity(version.integrity())).end());
    }
    verdicts
        .check(CheckKind.SUBJECT)
        .ifPresent(
            check -> facts.add("attested file", subject(check, version.summary().evidence())));
    @Nullable Check signature = version.registrySignature();
    if (signature != null) {
      facts.add("registry signature", registrySignature(signature, version.summary().evidence()));
    }
    if (version.shasum() != null) {
      facts.add("SHA-1", Sentence.write().digest(Digest.of(version.shasum())).end());
    }
    if (version.tarball() != null) {
      facts.add("file", tarball(version.tarball()));
    }
    if (version.unpackedSize() != null) {
      facts.words("unpacked", Words.grouped(version.unpackedSize()) + " bytes");
    }
    if (version.hasInstallScript()) {
      facts.words("install script", "yes: npm runs it when somebody installs this version");
    }
    return new Card("integrity", "Integrity", null, facts.list(), false);
  }

  /** The statement's digest is a signed one only if the provenance is verified. */
  private static Sentence subject(Check check, Evidence evidence) {
    return switch (check.status()) {
      case PASSED ->
          ClaimWords.isProven(evidence)
              ? Sentence.write().mark("good", "the signed digest is the one that npm states").end()
              : Sentence.of(
                  "the statement names the digest that npm states"
                      + (evidence == Evidence.REJECTED ? "; the statement was rejected" : ""));
      case FAILED -> Sentence.write().mark("bad", check.reason()).end();
      case NOT_APPLICABLE, INCONCLUSIVE -> Sentence.of("not compared: " + check.reason());
    };
  }

  /** If the registry passes no signatures on, a missing signature has no meaning. */
  private static Sentence registrySignature(Check check, Evidence evidence) {
    return switch (check.status()) {
      case PASSED -> Sentence.write().mark("good", "passed").end();
      case FAILED -> Sentence.write().mark("bad", check.reason()).end();
      case NOT_APPLICABLE ->
          Sentence.of(evidence == Evidence.UNKNOWN ? "the registry states none" : "none");
      case INCONCLUSIVE -> Sentence.of("inconclusive: " + check.reason());
    };
  }

  /** The file's name, with a link to its address. */
  private static Sentence tarball(String url) {
    Optional<Link> link = Link.to(url);
    return link.isPresent()
        ? Sentence.write().link(link.get().as(url.substring(url.lastIndexOf('/') + 1))).end()
        : Sentence.write().name(url).end();
  }
}
