package dev.whence.web.pkg;

import dev.whence.provenance.PackageName;
import dev.whence.web.error.PageNotFoundException;
import dev.whence.web.ui.Shown;

/** Why there is no page of a package or version, and what to do about it. */
public final class PackageNotFound {

  private static final int SHOWN = 100;

  private PackageNotFound() {}

  /** A name that npm could not have. */
  public static PageNotFoundException impossible(String name) {
    return new PageNotFoundException(
        "No package can have this name",
        "“"
            + abbreviated(name)
            + "” cannot be the name of an npm package: names have up to "
            + PackageName.MAX_LENGTH
            + " letters, digits and a few signs, after a scope where there is one"
            + " (@scope/name).",
        "Check the spelling, or search for a part of the name.");
  }

  /** A possible name that the catalog does not have. */
  public static PageNotFoundException unknown(PackageName name) {
    return new PageNotFoundException(
        "Not in this catalog",
        "“" + name + "” is not in this catalog. It may exist on npm.",
        "Whoever runs this installation can add it with: ./whence up --packages " + name);
  }

  /** A version that the catalog does not have of a package that it has. */
  public static PageNotFoundException version(PackageName name, String version) {
    return new PageNotFoundException(
        "No such version",
        "Whence knows no version “" + abbreviated(version) + "” of a package " + name + ".",
        "See all known versions at /package/"
            + name
            + ", or add the package with:"
            + " ./whence up --packages "
            + name);
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
