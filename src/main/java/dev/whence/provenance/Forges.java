package dev.whence.provenance;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Hosts of the forges that we know, with all their names. */
final class Forges {

  static final String GITHUB = "github.com";
  static final String GITLAB = "gitlab.com";
  static final String GIST = "gist.github.com";

  /** An owner and a name make a repository there. */
  private static final Set<String> TWO_NAMES =
      Set.of(GITHUB, "bitbucket.org", "codeberg.org", "gitea.com", "git.sr.ht");

  /** They accept ssh through firewalls that allow only https. */
  private static final Map<String, String> SSH_OVER_HTTPS =
      Map.of(
          "ssh.github.com", GITHUB,
          "altssh.gitlab.com", GITLAB,
          "altssh.bitbucket.org", "bitbucket.org");

  /** Hosts of forges and of npm that serve no repositories. */
  private static final Pattern ELSE =
      Pattern.compile(
          "(?:.+\\.)?(?:npmjs\\.(?:com|org)|githubusercontent\\.com|github\\.io|gitlab\\.io)"
              + "|.+\\.(?:github\\.com|gitlab\\.com|bitbucket\\.org|codeberg\\.org)");

  private Forges() {}

  /** The name by which the host is known here; others stay as they are. */
  static String known(String host) {
    String bare = host.startsWith("www.") ? host.substring("www.".length()) : host;
    String forge = SSH_OVER_HTTPS.getOrDefault(bare, bare);
    return isKnown(forge) ? forge : host;
  }

  static boolean isKnown(String host) {
    return hasTwoNames(host) || host.equals(GITLAB) || host.equals(GIST);
  }

  static boolean hasTwoNames(String host) {
    return TWO_NAMES.contains(host);
  }

  static boolean isSshOverHttps(String host, String port) {
    return SSH_OVER_HTTPS.containsKey(host) && port.equals("443");
  }

  static boolean hasNoRepositories(String host) {
    return !isKnown(host) && ELSE.matcher(host).matches();
  }
}
