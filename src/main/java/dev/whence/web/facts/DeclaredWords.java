package dev.whence.web.facts;

import dev.whence.catalog.Evidence;
import dev.whence.provenance.SourceAddress;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.ui.Forge;
import dev.whence.web.ui.Link;
import dev.whence.web.ui.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the repository in package.json with the repository in the provenance. */
public final class DeclaredWords {

  private DeclaredWords() {}

  /**
   * The declared repository, and whether it is the repository in the provenance. Names are
   * compared, because {@code package.json} has no ids. Only a clearly readable address can count as
   * another repository.
   *
   * @param url as the packument writes it
   * @param stated the repository in the provenance
   * @param evidence if it is not verified, the provenance only claims its repository, so an equal
   *     name confirms nothing
   */
  public static Sentence compare(
      @Nullable String url, @Nullable SourceRepository stated, Evidence evidence) {
    boolean isProven = ClaimWords.isProven(evidence);
    return url == null
        ? Sentence.of("no repository")
        : switch (SourceAddress.read(url)) {
          case SourceAddress.Repository declared -> repository(url, declared, stated, isProven);
          case SourceAddress.Gist gist -> gist(gist, stated, isProven);
          case SourceAddress.None _ -> Sentence.write().name(url).end();
        };
  }

  private static Sentence repository(
      String url,
      SourceAddress.Repository declared,
      @Nullable SourceRepository stated,
      boolean isProven) {
    SourceRepository repository = declared.repository();
    Sentence.Writer out = Sentence.write();
    if (stated != null && repository.sameNames(stated)) {
      out.name(ProvenanceWords.name(repository));
      return isProven
          ? out.words(" ").mark("good", "matches").end()
          : out.words(" (the claim names the same repository)").end();
    }
    if (!declared.isSure()) {
      return out.name(url).end();
    }
    write(out, repository);
    return stated == null ? out.end() : another(out, isProven);
  }

  private static Sentence gist(
      SourceAddress.Gist gist, @Nullable SourceRepository stated, boolean isProven) {
    Sentence.Writer out = Sentence.write();
    Link.to(gist.url()).ifPresent(out::link);
    return stated == null ? out.end() : another(out, isProven);
  }

  private static Sentence another(Sentence.Writer out, boolean isProven) {
    return out.words(" ")
        .mark("warn", isProven ? "another repository" : "the claim names another repository")
        .end();
  }

  private static void write(Sentence.Writer out, SourceRepository declared) {
    Optional<Link> link = Forge.repository(declared);
    if (link.isPresent()) {
      out.link(link.get());
    } else {
      out.name(ProvenanceWords.name(declared));
    }
  }
}
