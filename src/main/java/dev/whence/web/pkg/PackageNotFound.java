package dev.whence.web.pkg;

import dev.whence.address.JsonPaths;
import dev.whence.address.PagePaths;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.PackageReference;
import dev.whence.web.error.PageNotFoundException;
import dev.whence.web.facts.DidYouMean;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a package or version has no page, and what the reader can do. */
public final class PackageNotFound {

  private static final int SHOWN = 100;

  private PackageNotFound() {}

  /** A name that is not valid at npm. */
  public static PageNotFoundException impossible(String name) {
    return meant(
        name,
        new PageNotFoundException(
            "Not a package name",
            "“" + abbreviated(name) + "” is not a package name.",
            "A name has up to "
                + PackageName.MAX_LENGTH
                + " letters, digits and a few signs: nuxt, @babel/core. Check the spelling, or search"
                + " for a part of the name."));
  }

  /** A text that is not a valid name, but contains one: {@code windrow@8.2.1}. */
  private static PageNotFoundException meant(String name, PageNotFoundException unread) {
    return PackageReference.read(name)
        .map(
            meant -> {
              String known = meant.name().value();
              @Nullable String version = meant.version();
              return unread.advising(
                  Sentence.write()
                      .words("Did you mean ")
                      .page(
                          version == null
                              ? PagePaths.forPackage(known)
                              : PagePaths.version(known, version),
                          version == null ? known : known + ", version " + version)
                      .words("?")
                      .end());
            })
        .orElse(unread);
  }

  /** A possible name that the catalog does not have. */
  public static PageNotFoundException unknown(PackageName name) {
    return new PageNotFoundException(
            "Not in this catalog",
            "“" + name + "” is not in this catalog. It may exist on npm.",
            "Only packages that this installation follows are here.")
        .about(name.value(), JsonPaths.forPackage(name.value()))
        .addable();
  }

  /** The same with packages whose names are almost the same. */
  static PageNotFoundException unknown(PackageName name, List<String> near) {
    return near.isEmpty() ? unknown(name) : unknown(name).advising(DidYouMean.of(near));
  }

  /** A version that the catalog does not have, of a package that it has. */
  public static PageNotFoundException version(PackageName name, String version) {
    return new PageNotFoundException(
            "No such version",
            "We know no version “" + abbreviated(version) + "” of " + name + ".",
            "")
        .advising(
            Sentence.write()
                .page(
                    PagePaths.forPackage(name.value()), "All versions of " + name + " that we know")
                .end())
        .about(name.value(), JsonPaths.version(name.value(), version));
  }

  /** A version without stored bytes. */
  public static PageNotFoundException attestations(String name, String version) {
    return new PageNotFoundException(
        "No attestations are stored",
        "No attestation response is stored for " + name + " " + version + ".",
        "The page of the version says why.");
  }

  private static String abbreviated(String text) {
    String shown = Shown.text(text);
    return shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…";
  }
}
