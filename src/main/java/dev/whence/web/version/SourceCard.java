package dev.whence.web.version;

import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.facts.ClaimWords;
import dev.whence.web.facts.DeclaredWords;
import dev.whence.web.facts.ProvenanceWords;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Sentence;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The card about the source: the statements of the provenance beside those of the packument. */
final class SourceCard {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

  private SourceCard() {}

  static Card of(VersionDetail version) {
    @Nullable Provenance provenance = version.summary().provenance();
    Card.Facts facts = new Card.Facts();
    if (provenance != null) {
      stated(facts, provenance);
    }
    facts.add(
        "package.json says",
        version.seen() ? declared(version, provenance) : Sentence.of("not known"));
    facts.name("directory", version.repositoryDirectory());
    if (version.gitHead() != null) {
      facts.add("gitHead", gitHead(version, version.gitHead()));
    }
    return new Card(
        "source",
        provenance == null ? "Source" : ClaimWords.title("Source", version.summary().evidence()),
        provenance == null ? lead(version) : null,
        facts.list(),
        false);
  }

  private static Sentence lead(VersionDetail version) {
    return Sentence.of(
        Boolean.FALSE.equals(version.summary().hasProvenance())
            ? "No signed record says which source this was built from."
            : "We do not know which source this was built from.");
  }

  private static Sentence declared(VersionDetail version, @Nullable Provenance provenance) {
    return DeclaredWords.compare(
        version.declaredRepositoryUrl(),
        provenance == null ? null : provenance.source(),
        version.summary().evidence());
  }

  private static void stated(Card.Facts facts, Provenance provenance) {
    @Nullable SourceRepository source = provenance.source();
    if (source != null) {
      facts.add("repository", repository(source));
    }
    if (provenance.commit() != null) {
      facts.add("commit", commit(provenance.commit()));
    }
    if (provenance.ref() != null) {
      facts.name("branch or tag", ProvenanceWords.ref(provenance.ref()));
    }
  }

  private static Sentence repository(SourceRepository source) {
    return Sentence.write().page(PagePaths.repository(source), ProvenanceWords.name(source)).end();
  }

  /** The versions built from the commit. The first screen has the link to the commit itself. */
  private static Sentence commit(String commit) {
    Sentence.Writer out = Sentence.write().digest(Digest.commit(commit));
    if (COMMIT.matcher(commit).matches()) {
      out.words(" ")
          .page(
              ListPaths.versions(ListFilter.versions().with(VersionField.COMMIT, commit)),
              "all versions from it");
    }
    return out.end();
  }

  /** The commit in gitHead, which npm writes on the publisher's machine, beside the stated one. */
  private static Sentence gitHead(VersionDetail version, String gitHead) {
    Sentence.Writer out = Sentence.write().digest(Digest.commit(gitHead));
    @Nullable Provenance provenance = version.summary().provenance();
    @Nullable String commit = provenance == null ? null : provenance.commit();
    if (commit == null) {
      return out.words(", gitHead, written by the publisher's npm").end();
    }
    boolean isSame = gitHead.equalsIgnoreCase(commit);
    if (!ClaimWords.isProven(version.summary().evidence())) {
      return isSame
          ? out.words(" (the claim names the same commit)").end()
          : out.words(" ").mark("warn", "the claim names another commit").end();
    }
    return isSame
        ? out.words(" ").mark("good", "the same commit").end()
        : out.words(" ").mark("warn", "another commit").end();
  }
}
