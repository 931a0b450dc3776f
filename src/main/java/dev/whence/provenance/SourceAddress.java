package dev.whence.provenance;

import java.util.Optional;

/**
 * What a text names as the place of a source, in all the forms that {@code package.json} and people
 * use: npm's shorthands, {@code scp} and URL forms, addresses of something inside a repository.
 */
public sealed interface SourceAddress {

  /**
   * A repository.
   *
   * @param repository by its names only
   * @param isSure the text can mean no other repository: false where the forge is not one that we
   *     know, or where neither npm nor the forge takes the text as it is spelled
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

    /** Where people read it. */
    public String url() {
      return "https://gist.github.com/" + id;
    }
  }

  /** No address of a repository. */
  record None() implements SourceAddress {}

  /** Reads any text; what is no address of a repository is {@link None}. */
  static SourceAddress read(String text) {
    return SourceAddressReader.read(text);
  }

  /** The repository that the text names, surely or not. */
  static Optional<SourceRepository> repository(String text) {
    return read(text) instanceof Repository found
        ? Optional.of(found.repository())
        : Optional.empty();
  }

  /** The text without user name, password and token. The user {@code git} is everybody's. */
  static String withoutCredentials(String text) {
    return Credentials.removed(text);
  }
}
