package dev.whence.web.ui;

import dev.whence.address.PagePaths;
import org.jspecify.annotations.Nullable;

/**
 * Something that the catalog does not have, and where else to look.
 *
 * @param npm the package's page at npm; absent if it cannot exist
 * @param command the operator's command to add it; absent if there is none
 */
public record NotHere(String sentence, @Nullable Link npm, @Nullable String command) {

  public static NotHere of(String sentence) {
    return new NotHere(sentence, null, null);
  }

  /** A package whose name is possible. */
  public static NotHere ofPackage(String name, Frame frame) {
    return of("“" + name + "” is not in this catalog. It may exist on npm.")
        .at(name, frame)
        .withCommand(name);
  }

  /**
   * The same, with links to the package elsewhere. Packages of a generated registry exist nowhere
   * else.
   */
  public NotHere at(String name, Frame frame) {
    @Nullable Link link =
        frame.notices().generated()
            ? null
            : Link.to(NpmSite.SITE + PagePaths.forPackage(name)).orElse(null);
    return new NotHere(sentence, link, command);
  }

  /** The same with the command that adds the package. */
  public NotHere withCommand(String name) {
    return new NotHere(sentence, npm, "./whence up --packages " + name);
  }
}
