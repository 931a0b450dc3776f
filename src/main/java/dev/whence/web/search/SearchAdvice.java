package dev.whence.web.search;

import dev.whence.address.PagePaths;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.PackageReference;
import dev.whence.provenance.SourceAddress;
import dev.whence.web.facts.FilterWords;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.NotHere;
import dev.whence.web.ui.Sentence;
import org.jspecify.annotations.Nullable;

/** Says what to do if a search did not find the package or version in its text. */
final class SearchAdvice {

  private SearchAdvice() {}

  /** Absent if the text names no version, or a version in the catalog. */
  static @Nullable Sentence unknownVersion(@Nullable PackageReference named) {
    return named == null || named.version() == null
        ? null
        : Sentence.write()
            .words("This catalog has no version “" + named.version() + "” of ")
            .page(PagePaths.forPackage(named.name().value()), named.name().value())
            .words(". Use an exact version, not a range or a tag.")
            .end();
  }

  /** For a search without any result. */
  static NotHere nothing(ListFilter<PackageField> filter, Frame frame) {
    String text = filter.get(PackageField.TEXT).orElse("");
    if (filter.get(PackageField.EVIDENCE).isPresent()) {
      return NotHere.of(
          "No package was found whose latest version is “"
              + FilterWords.word(
                  PackageField.EVIDENCE, filter.get(PackageField.EVIDENCE).orElseThrow())
              + "”. Try without this filter.");
    }
    if (text.isEmpty()) {
      return NotHere.of("The catalog is empty.").withCommand("NAME");
    }
    return PackageName.parse(text)
        .or(() -> PackageReference.read(text).map(PackageReference::name))
        .map(name -> NotHere.ofPackage(name.value(), frame))
        .orElseGet(() -> NotHere.of(unread(text)));
  }

  private static String unread(String text) {
    return SourceAddress.read(text) instanceof SourceAddress.None
        ? "We could not read “"
            + text
            + "” as a package name. You may paste: a name, name@version, purl, npmjs.com or"
            + " repository address, commit, run, sha512."
        : "Nothing in this catalog was built from “" + text + "”.";
  }
}
