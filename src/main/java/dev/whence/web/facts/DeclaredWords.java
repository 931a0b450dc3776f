package dev.whence.web.facts;

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
   */
  public static Sentence compare(@Nullable String url, @Nullable SourceRepository stated) {
    return url == null
        ? Sentence.of("no repository")
        : switch (SourceAddress.read(url)) {
          case SourceAddress.Repository declared -> repository(url, declared, stated);
          case SourceAddress.Gist gist -> gist(gist, stated);
          case SourceAddress.None _ -> Sentence.write().name(url).end();
        };
  }

  private static Sentence repository(
      String url, SourceAddress.Repository declared, @Nullable SourceRepository stated) {
    SourceRepository repository = declared.repository();
    Sentence.Writer out = Sentence.write();
    if (stated != null && repository.sameNames(stated)) {
      return out.name(ProvenanceWords.name(repository)).words(" ").mark("good", "matches").end();
    }
    if (!declared.isSure()) {
      return out.name(url).end();
    }
    write(out, repository);
    return stated == null ? out.end() : another(out);
  }

  private static Sentence gist(SourceAddress.Gist gist, @Nullable SourceRepository stated) {
    Sentence.Writer out = Sentence.write();
    Link.to(gist.url()).ifPresent(out::link);
    return stated == null ? out.end() : another(out);
  }

  private static Sentence another(Sentence.Writer out) {
    return out.words(" ").mark("warn", "another repository").end();
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
