package dev.whence.provenance;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source repository at a forge.
 *
 * @param host the forge, lower case: {@code github.com}
 * @param owner the account, or the group path at GitLab ({@code group/subgroup})
 * @param name the repository without {@code .git}
 * @param repositoryId the forge's own id, which survives renames; absent where nothing stated it
 * @param ownerId the forge's own id of the owner; absent where nothing stated it
 * @param isPassedOn another repository has the names now, so only the id names this one
 */
public record SourceRepository(
    String host,
    String owner,
    String name,
    @Nullable String repositoryId,
    @Nullable String ownerId,
    boolean isPassedOn) {

  /** A repository that still has its names, as far as we know. */
  public SourceRepository(
      String host,
      String owner,
      String name,
      @Nullable String repositoryId,
      @Nullable String ownerId) {
    this(host, owner, name, repositoryId, ownerId, false);
  }

  /** A repository known by its names only. */
  public static SourceRepository named(String host, String owner, String name) {
    return new SourceRepository(host.toLowerCase(Locale.ROOT), owner, name, null, null);
  }

  /**
   * From the URL of a repository as forges and predicates write it: {@code https}, {@code
   * git+https}, {@code git+ssh}, with or without {@code .git}, {@code @ref} and {@code #fragment}.
   * Empty if it is not such a URL, or if it is the URL of something inside a repository. {@link
   * SourceAddress} reads the forms that people write.
   */
  public static Optional<SourceRepository> parseUrl(String url) {
    return SourceAddressReader.readRepository(url) instanceof SourceAddress.Repository found
            && found.isWhole()
        ? Optional.of(found.repository())
        : Optional.empty();
  }

  /** The same repository with the forge's ids. */
  public SourceRepository withIds(@Nullable String repository, @Nullable String owningAccount) {
    return new SourceRepository(host, owner, name, repository, owningAccount);
  }

  /** Where people read it: {@code https://host/owner/name}. */
  public String url() {
    return "https://" + host + "/" + owner + "/" + name;
  }

  /** True where both have the same host, owner and name; forges ignore case in names. */
  public boolean sameNames(SourceRepository other) {
    return host.equals(other.host)
        && owner.equalsIgnoreCase(other.owner)
        && name.equalsIgnoreCase(other.name);
  }

  /**
   * True where both are one repository: by the forge's ids if both have one, because a name can
   * pass to another repository; by the names otherwise.
   */
  public boolean isSame(SourceRepository other) {
    if (repositoryId == null || other.repositoryId == null) {
      return sameNames(other);
    }
    return host.equals(other.host) && repositoryId.equals(other.repositoryId);
  }
}
