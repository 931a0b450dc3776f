package dev.whence.web.ui;

import dev.whence.provenance.SourceRepository;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Addresses at the forges that we know. A repository at another forge has no link, because we do
 * not know the page behind it. A repository whose name belongs to another one now has no link
 * either, because it would lead to the other one.
 */
public final class Forge {

  private static final String GITHUB = "github.com";
  private static final String GITLAB = "gitlab.com";
  private static final Set<String> KNOWN =
      Set.of(GITHUB, GITLAB, "bitbucket.org", "codeberg.org", "gitea.com", "git.sr.ht");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{7,64}");

  private Forge() {}

  public static Optional<Link> repository(SourceRepository repository) {
    return KNOWN.contains(repository.host()) && !repository.isPassedOn()
        ? Link.to(repository.url())
        : Optional.empty();
  }

  /** {@code nuxt/nuxt} at GitHub, without the host; elsewhere with the host before it. */
  public static String shortName(SourceRepository repository) {
    String names = repository.owner() + "/" + repository.name();
    return repository.host().equals(GITHUB) ? names : repository.host() + "/" + names;
  }

  /** {@code GitHub}; the host of a forge that we do not know. */
  public static String title(String host) {
    return switch (host) {
      case GITHUB -> "GitHub";
      case GITLAB -> "GitLab";
      default -> host;
    };
  }

  /** The commit. The text is the whole address, so that readers see where the link leads. */
  public static Optional<Link> commit(
      @Nullable SourceRepository repository, @Nullable String commit) {
    return at(repository, commit, "commit", "");
  }

  /** A file as it was at that commit. */
  public static Optional<Link> file(
      @Nullable SourceRepository repository, @Nullable String commit, String path) {
    return at(repository, commit, "blob", "/" + segments(path));
  }

  private static Optional<Link> at(
      @Nullable SourceRepository repository, @Nullable String commit, String kind, String rest) {
    if (repository == null
        || repository.isPassedOn()
        || commit == null
        || !COMMIT.matcher(commit).matches()) {
      return Optional.empty();
    }
    return switch (repository.host()) {
      case GITHUB -> Link.to(repository.url() + "/" + kind + "/" + commit + rest);
      case GITLAB -> Link.to(repository.url() + "/-/" + kind + "/" + commit + rest);
      default -> Optional.empty();
    };
  }

  private static String segments(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }
}
