package dev.whence.provenance;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the path of an address means at its forge: which repository, and whether it is the whole
 * repository.
 */
final class ForgePaths {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.~-]+");

  private static final Pattern GITHUB_OWNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

  /** First segments that are pages of the forge, not accounts. */
  private static final Set<String> GITHUB_PAGES =
      Set.of(
          "orgs",
          "sponsors",
          "topics",
          "apps",
          "marketplace",
          "users",
          "settings",
          "features",
          "collections",
          "explore",
          "login",
          "notifications",
          "search",
          "stars",
          "enterprise");

  private static final Set<String> GITLAB_PAGES =
      Set.of("groups", "users", "explore", "dashboard", "help", "search", "api", "-");

  /** GitLab forbids these names for projects: they begin the paths inside a project. */
  private static final Set<String> GITLAB_INSIDE =
      Set.of("-", "tree", "blob", "raw", "blame", "commits", "edit", "files", "refs", "wikis");

  /** Segments that usually are inside a repository, but could be a name. */
  private static final Set<String> INSIDE =
      Set.of(
          "-",
          "tree",
          "blob",
          "raw",
          "src",
          "commit",
          "commits",
          "issues",
          "wiki",
          "wikis",
          "releases",
          "tags",
          "branches",
          "pulls",
          "pull",
          "merge_requests",
          "actions");

  private static final String GIT = ".git";

  private ForgePaths() {}

  static SourceAddress read(String host, List<String> path, boolean isSure) {
    if (path.isEmpty() || Forges.hasNoRepositories(host)) {
      return new SourceAddress.None();
    }
    if (host.equals(Forges.GIST)) {
      return gist(path);
    }
    if (Forges.hasTwoNames(host)) {
      boolean isPage = host.equals(Forges.GITHUB) && !canOwnAtGithub(path.getFirst());
      return isPage ? new SourceAddress.None() : named(host, path, 2, isSure);
    }
    boolean isGitlab = host.equals(Forges.GITLAB);
    if (isGitlab && GITLAB_PAGES.contains(path.getFirst())) {
      return new SourceAddress.None();
    }
    int names = names(path, isGitlab ? GITLAB_INSIDE : INSIDE);
    int fewer = names(path, INSIDE);
    return named(host, path, fewer, isSure && isGitlab && fewer == names);
  }

  /**
   * The same for a path whose segments all name the repository. With nested groups, a project may
   * have a name that usually is inside a repository: {@code group/subgroup/releases}.
   */
  static SourceAddress readRepository(String host, List<String> path, boolean isSure) {
    SourceAddress read = read(host, path, isSure);
    boolean isWhole =
        read instanceof SourceAddress.Repository found
            && !found.isWhole()
            && !Forges.hasTwoNames(host)
            && names(path, GITLAB_INSIDE) == path.size();
    return isWhole ? named(host, path, path.size(), isSure) : read;
  }

  private static boolean canOwnAtGithub(String segment) {
    return GITHUB_OWNER.matcher(segment).matches() && !GITHUB_PAGES.contains(segment);
  }

  /** How many segments name the repository in nested groups. */
  private static int names(List<String> path, Set<String> inside) {
    for (int i = 1; i < path.size(); i++) {
      if (path.get(i).endsWith(GIT)) {
        return i + 1;
      }
      if (i >= 2 && inside.contains(path.get(i))) {
        return i;
      }
    }
    return path.size();
  }

  private static SourceAddress gist(List<String> path) {
    String id = withoutGit(path.get(path.size() == 1 ? 0 : 1));
    return NAME.matcher(id).matches() ? new SourceAddress.Gist(id) : new SourceAddress.None();
  }

  private static SourceAddress named(String host, List<String> path, int names, boolean isSure) {
    if (path.size() < names || names < 2) {
      return new SourceAddress.None();
    }
    String last = path.get(names - 1);
    int at = last.indexOf('@');
    String name = withoutGit(at < 0 ? last : last.substring(0, at));
    List<String> owner = path.subList(0, names - 1);
    if (!isName(name) || !owner.stream().allMatch(ForgePaths::isName)) {
      return new SourceAddress.None();
    }
    return new SourceAddress.Repository(
        SourceRepository.named(host, String.join("/", owner), name),
        isSure && at < 0,
        path.size() == names);
  }

  private static boolean isName(String segment) {
    return NAME.matcher(segment).matches() && !segment.equals(".") && !segment.equals("..");
  }

  /** No forge allows a name with this end; some addresses have the end twice. */
  private static String withoutGit(String name) {
    String rest = name;
    while (rest.endsWith(GIT)) {
      rest = rest.substring(0, rest.length() - GIT.length());
    }
    return rest;
  }
}
