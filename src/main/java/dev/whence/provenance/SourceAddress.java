package dev.whence.provenance;

import java.util.Optional;

/**
 * The source that a text names, in all the forms that {@code package.json} and people use: npm's
 * shorthands, {@code scp} and URL forms, addresses of something inside a repository.
 */
public sealed interface SourceAddress {

  /**
   * A repository.
   *
   * @param repository by its names only
   * @param isSure the text can mean no other repository. False if we do not know the forge, or if
   *     neither npm nor the forge accepts this spelling
   * @param isWhole the text names the repository itself, not something inside it
   */
  record Repository(SourceRepository repository, boolean isSure, boolean isWhole)
      implements SourceAddress {}

  /**
   * A snippet at GitHub. It is kept with git, but has no owner and name of its own and no builds,
   * so it is no repository here.
   *
   * @param id its id in its address
   */
  record Gist(String id) implements SourceAddress {

    /** Its page for people. */
    public String url() {
      return "https://gist.github.com/" + id;
    }
  }

  /** Not the address of a repository. */
  record None() implements SourceAddress {}

  /** Reads any text; the result is {@link None} if it is not the address of a repository. */
  static SourceAddress read(String text) {
    return SourceAddressReader.read(text);
  }

  /** The repository that the text names, surely or not. */
  static Optional<SourceRepository> repository(String text) {
    return read(text) instanceof Repository found
        ? Optional.of(found.repository())
        : Optional.empty();
  }

  /**
   * The text without user name, password and token. The user {@code git} stays, because all users
   * have it.
   */
  static String withoutCredentials(String text) {
    return Credentials.removed(text);
  }
}
