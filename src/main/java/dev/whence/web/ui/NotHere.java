package dev.whence.web.ui;

import dev.whence.address.PagePaths;
import org.jspecify.annotations.Nullable;

/**
 * Something that the catalog does not have, and where else to look.
 *
 * @param npm the package's page at npm; absent where there can be none
 * @param command by which whoever runs this installation adds it; absent where none does
 */
public record NotHere(String sentence, @Nullable Link npm, @Nullable String command) {

  public static NotHere of(String sentence) {
    return new NotHere(sentence, null, null);
  }

  /** A package whose name is possible. */
  public static NotHere ofPackage(String name, Frame frame) {
    return of("“" + name + "” is not in this catalog. It may exist on npm.").at(name, frame);
  }

  /** The same with the ways to the package. The packages of a generated registry are nowhere. */
  public NotHere at(String name, Frame frame) {
    @Nullable Link link =
        frame.notices().generated()
            ? null
            : Link.to(NpmSite.SITE + PagePaths.forPackage(name)).orElse(null);
    return new NotHere(sentence, link, null).withCommand(name);
  }

  /** The same with the command that adds the package. */
  public NotHere withCommand(String name) {
    return new NotHere(sentence, npm, "./whence up --packages " + name);
  }
}
