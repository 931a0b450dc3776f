package dev.whence.web.facts;

import dev.whence.provenance.SourceRepository;
import dev.whence.web.ui.Forge;
import dev.whence.web.ui.Link;
import dev.whence.web.ui.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets the repository that a package declares beside the one that its provenance states. */
public final class DeclaredWords {

  private DeclaredWords() {}

  /**
   * The declared repository, and whether it is the stated one.
   *
   * @param url as the packument writes it
   * @param declared the same, where it could be read as a repository
   * @param stated by the provenance
   */
  public static Sentence compare(
      @Nullable String url,
      @Nullable SourceRepository declared,
      @Nullable SourceRepository stated) {
    if (url == null) {
      return Sentence.of("no repository");
    }
    Sentence.Writer out = Sentence.write();
    if (declared == null) {
      return out.name(url).words(" (not a repository's address)").end();
    }
    if (stated == null) {
      write(out, declared);
      return out.end();
    }
    if (declared.sameNames(stated)) {
      return out.name(ProvenanceWords.name(declared)).words(" ").mark("good", "the same").end();
    }
    write(out, declared);
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
