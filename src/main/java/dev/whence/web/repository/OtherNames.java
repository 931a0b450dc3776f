package dev.whence.web.repository;

import dev.whence.catalog.RepositoryDetail;
import dev.whence.catalog.RepositoryDetail.OtherName;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.ui.Paths;
import dev.whence.web.ui.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says under which other names a repository has built: its number at the forge stays. */
final class OtherNames {

  private OtherNames() {}

  /** Absent where none is known. */
  static @Nullable Sentence of(RepositoryDetail detail) {
    @Nullable String number = detail.repository().repositoryId();
    if (number == null || detail.otherNames().isEmpty()) {
      return null;
    }
    List<OtherName> later = detail.otherNames().stream().filter(OtherName::isLater).toList();
    List<OtherName> others = detail.otherNames().stream().filter(o -> !o.isLater()).toList();
    Sentence.Writer out = Sentence.write();
    if (!later.isEmpty()) {
      names(out.words("Now builds as "), later);
      out.words(others.isEmpty() ? ": " : "; ");
    }
    if (!others.isEmpty()) {
      names(out.words(later.isEmpty() ? "Also known as " : "also known as "), others);
      out.words(": ");
    }
    return out.words("the forge gives all of them the number ").name(number).words(".").end();
  }

  private static void names(Sentence.Writer out, List<OtherName> names) {
    for (int i = 0; i < names.size(); i++) {
      SourceRepository name = names.get(i).repository();
      out.words(i == 0 ? "" : ", ").page(Paths.repository(name), name.owner() + "/" + name.name());
    }
  }
}
