package dev.whence.web.facts;

import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.read.UnfetchedVersions;
import dev.whence.catalog.read.UnfetchedVersions.OfPackage;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which versions a list of built versions cannot have, because nobody can know. */
public final class UnfetchedNote {

  private UnfetchedNote() {}

  /** The sentence; absent if there are no such versions. */
  public static @Nullable Sentence of(UnfetchedVersions unfetched) {
    if (unfetched.versions() == 0) {
      return null;
    }
    boolean one = unfetched.versions() == 1;
    Sentence.Writer out =
        Sentence.write()
            .words(Amount.of(unfetched.versions(), "version"))
            .words(one ? " of its packages was" : " of its packages were")
            .words(" removed from npm before we could fetch ")
            .words(
                one ? "it. We cannot say whether it was" : "them. We cannot say whether they were")
            .words(" built here: ");
    String between = "";
    for (OfPackage of : unfetched.listed()) {
      name(out.words(between), of);
      between = "; ";
    }
    long left = unfetched.packages() - unfetched.listed().size();
    return out.words(left > 0 ? "; and versions of " + Amount.of(left, "other package") : "")
        .words(".")
        .end();
  }

  private static void name(Sentence.Writer out, OfPackage of) {
    out.words(of.name() + " ");
    List<String> newest = of.newest();
    for (int i = 0; i < newest.size(); i++) {
      out.words(i == 0 ? "" : ", ")
          .page(PagePaths.version(of.name(), newest.get(i)), newest.get(i));
    }
    long left = of.versions() - newest.size();
    if (left > 0) {
      out.words(" and ")
          .page(
              ListPaths.versions(
                  ListFilter.versions()
                      .with(VersionField.PACKAGE, of.name())
                      .with(VersionField.EVIDENCE, EvidenceWord.REMOVED)),
              Amount.of(left, "other"));
    }
  }
}
