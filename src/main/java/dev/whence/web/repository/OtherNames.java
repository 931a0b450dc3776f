package dev.whence.web.repository;

import dev.whence.address.PagePaths;
import dev.whence.catalog.read.RepositoryDetail;
import dev.whence.catalog.read.RepositoryDetail.OtherHolder;
import dev.whence.catalog.read.RepositoryDetail.OtherName;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which other names a repository had, and which other repositories had its name. */
final class OtherNames {

  private OtherNames() {}

  /** Absent if the repository has one name, and no other repository had it. */
  static @Nullable Sentence of(RepositoryDetail detail, Frame frame) {
    if (detail.otherNames().isEmpty() && detail.otherHolders().isEmpty()) {
      return null;
    }
    Sentence.Writer out = Sentence.write();
    if (detail.repository().isPassedOn()) {
      passedOn(out, detail, frame);
    }
    detail.otherNames().forEach(other -> name(out, other, frame));
    if (!detail.repository().isPassedOn()) {
      detail.otherHolders().forEach(other -> holder(out, other, frame));
    }
    return out.end();
  }

  private static void passedOn(Sentence.Writer out, RepositoryDetail detail, Frame frame) {
    out.words("This is the repository with the id ")
        .name(String.valueOf(detail.repository().repositoryId()))
        .words(". Its name ")
        .name(name(detail.repository()))
        .words(" belongs to another repository now");
    List<OtherHolder> holders =
        detail.otherHolders().stream().filter(o -> !o.repository().isPassedOn()).toList();
    for (OtherHolder now : holders) {
      out.words(": ").page(PagePaths.repository(now.repository()), id(now.repository()));
      out.words(", since ").when(frame.when(now.signed().first()));
    }
    out.words(". ");
  }

  private static void name(Sentence.Writer out, OtherName other, Frame frame) {
    SourceRepository repository = other.repository();
    out.words(other.isLater() ? "Now " : "Formerly ");
    if (repository.isPassedOn()) {
      out.name(name(repository));
    } else {
      out.page(PagePaths.repository(repository), name(repository));
    }
    out.words(other.isLater() ? ", since " : ", until ")
        .when(frame.when(other.isLater() ? other.signed().first() : other.signed().last()))
        .words(": the id is the same. ");
  }

  private static void holder(Sentence.Writer out, OtherHolder other, Frame frame) {
    out.words("Another repository had this name before: ")
        .page(PagePaths.repository(other.repository()), id(other.repository()))
        .words(", until ")
        .when(frame.when(other.signed().last()))
        .words(". ");
  }

  private static String id(SourceRepository repository) {
    return "id " + repository.repositoryId();
  }

  private static String name(SourceRepository repository) {
    return repository.owner() + "/" + repository.name();
  }
}
