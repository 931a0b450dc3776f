package dev.whence.web.version;

import dev.whence.catalog.VersionDetail;
import dev.whence.insight.compare.Standing;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.facts.DeclaredWords;
import dev.whence.web.facts.ProvenanceWords;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Forge;
import dev.whence.web.ui.Link;
import dev.whence.web.ui.Paths;
import dev.whence.web.ui.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The card about the source: what the provenance says beside what the packument declares. */
final class SourceCard {

  private SourceCard() {}

  static Card of(VersionDetail version) {
    @Nullable Provenance provenance = version.summary().provenance();
    Card.Facts facts = new Card.Facts();
    if (provenance != null) {
      stated(facts, provenance);
    }
    facts.add(
        "declared", version.seen() ? declared(version, provenance) : Sentence.of("not known"));
    facts.name("directory", version.repositoryDirectory());
    if (version.gitHead() != null) {
      facts.add("gitHead", gitHead(version.gitHead(), provenance));
    }
    return new Card(
        "source", "Source", provenance == null ? lead(version) : null, facts.list(), false);
  }

  private static Sentence lead(VersionDetail version) {
    return Sentence.of(
        Boolean.FALSE.equals(Standing.of(version.summary().evidence()).hasProvenance())
            ? "Nothing signed says which source this was built from."
            : "We do not know which source this was built from.");
  }

  private static Sentence declared(VersionDetail version, @Nullable Provenance provenance) {
    return DeclaredWords.compare(
        version.declaredRepositoryUrl(), provenance == null ? null : provenance.source());
  }

  private static void stated(Card.Facts facts, Provenance provenance) {
    @Nullable SourceRepository source = provenance.source();
    if (source != null) {
      facts.add("repository", repository(source));
    }
    if (provenance.commit() != null) {
      facts.add("commit", commit(source, provenance.commit()));
    }
    if (provenance.ref() != null) {
      facts.name("ref", ProvenanceWords.ref(provenance.ref()));
    }
  }

  private static Sentence repository(SourceRepository source) {
    Sentence.Writer out =
        Sentence.write()
            .page(Paths.repository(source), source.owner() + "/" + source.name())
            .words(" · ");
    Optional<Link> link = Forge.repository(source);
    return link.isPresent()
        ? out.link(link.get()).end()
        : out.words("at ").name(source.host()).end();
  }

  private static Sentence commit(@Nullable SourceRepository source, String commit) {
    Digest digest = Digest.commit(commit);
    Sentence.Writer out = Sentence.write().digest(digest);
    Forge.commit(source, commit)
        .ifPresent(link -> out.words(" ").link(link.as(shortened(link, commit))));
    return out.end();
  }

  /** A link's text with the commit shortened; the whole is what it leads to. */
  static String shortened(Link link, String commit) {
    return link.text().replace(commit, Digest.commit(commit).shortened() + "…");
  }

  /** The commit that npm noted on the publisher's machine, beside the proven one. */
  private static Sentence gitHead(String gitHead, @Nullable Provenance provenance) {
    Sentence.Writer out = Sentence.write().digest(Digest.commit(gitHead));
    @Nullable String commit = provenance == null ? null : provenance.commit();
    if (commit == null) {
      return out.words(" as the publisher's npm noted it").end();
    }
    return gitHead.equalsIgnoreCase(commit)
        ? out.words(" ").mark("good", "the same commit").end()
        : out.words(" ").mark("warn", "another commit").end();
  }
}
