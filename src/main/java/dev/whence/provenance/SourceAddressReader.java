package dev.whence.provenance;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits a {@link SourceAddress} into scheme, host, port and path. {@link ForgePaths} knows what
 * the path means.
 *
 * <p>Forms that npm itself reads (its {@code hosted-git-info}) are read the same way, and surely.
 * Other forms that people write, such as a scheme twice, are read too, but not surely.
 */
final class SourceAddressReader {

  /** Real addresses have less than 200 characters. */
  private static final int MAX_LENGTH = 1_000;

  private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");

  private static final Map<String, String> SHORTHANDS =
      Map.of(
          "github", "github.com",
          "gitlab", "gitlab.com",
          "bitbucket", "bitbucket.org",
          "gist", "gist.github.com",
          "sourcehut", "git.sr.ht");

  private static final Pattern SHORTHAND =
      Pattern.compile("(?i)(github|gitlab|bitbucket|gist|sourcehut):(?!//)/?(?:[^@]*@)?(.+)");

  private static final Pattern SCHEME = Pattern.compile("(?i)(?:git\\+)?(https?|ssh|git)://");

  /** The colon alone, as {@code git:github.com/owner/name}. */
  private static final Pattern GIT_COLON = Pattern.compile("(?i)git:(?!//)(?=[^/@:]+\\.[^/@:]+/)");

  /** Host and the rest: a port, or, after {@code scp}'s colon or a slash, the path. */
  private static final Pattern PLACE =
      Pattern.compile("([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*)\\.?(?::([0-9]{1,5})(?=/|$))?[/:](.*)");

  private static final Pattern SCP =
      Pattern.compile("(?:[^/@]*@)?([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+):/?(.*)");

  private static final Pattern BARE = Pattern.compile("([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)/(.+)");

  private static final Map<String, String> DEFAULT_PORTS =
      Map.of("http", "80", "https", "443", "ssh", "22", "git", "9418");

  private SourceAddressReader() {}

  /** What the path of an address means at its forge. */
  private interface Meaning {
    SourceAddress of(String host, List<String> path, boolean isSure);
  }

  static SourceAddress read(String given) {
    String text = text(given);
    if (!PRINTABLE.matcher(text).matches()) {
      return new SourceAddress.None();
    }
    Matcher shorthand = SHORTHAND.matcher(text);
    if (shorthand.matches()) {
      String forge = shorthand.group(1).toLowerCase(Locale.ROOT);
      return at(SHORTHANDS.getOrDefault(forge, forge), shorthand.group(2), true);
    }
    Matcher scheme = SCHEME.matcher(text);
    if (scheme.lookingAt()) {
      return url(scheme, text, true, ForgePaths::read);
    }
    Matcher colon = GIT_COLON.matcher(text);
    return colon.lookingAt()
        ? url("git", text.substring(colon.end()), false, ForgePaths::read)
        : withoutScheme(text);
  }

  /** A URL that a forge or a CI service wrote: all of its path names the repository. */
  static SourceAddress readRepository(String given) {
    String text = text(given);
    Matcher scheme = SCHEME.matcher(text);
    return PRINTABLE.matcher(text).matches() && scheme.lookingAt()
        ? url(scheme, text, true, ForgePaths::readRepository)
        : new SourceAddress.None();
  }

  private static String text(String given) {
    return given.length() > MAX_LENGTH ? "" : place(given.strip());
  }

  private static SourceAddress url(Matcher scheme, String text, boolean isSure, Meaning meaning) {
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    return url(name, text.substring(scheme.end()), isSure, meaning);
  }

  private static SourceAddress url(String scheme, String rest, boolean isSure, Meaning meaning) {
    Matcher again = SCHEME.matcher(rest);
    if (again.lookingAt()) {
      return url(again, rest, false, meaning);
    }
    int slash = rest.indexOf('/');
    int user = rest.lastIndexOf('@', slash < 0 ? rest.length() : slash);
    Matcher place = PLACE.matcher(rest.substring(user + 1));
    if (!place.matches()) {
      return new SourceAddress.None();
    }
    @Nullable String port = place.group(2);
    String host = place.group(1).toLowerCase(Locale.ROOT);
    if (port == null
        || port.equals(DEFAULT_PORTS.get(scheme))
        || Forges.isSshOverHttps(host, port)) {
      return at(host, place.group(3), isSure, meaning);
    }
    // Another port may be another server with other paths.
    return at(host + ":" + port, place.group(3), false, meaning);
  }

  private static SourceAddress withoutScheme(String text) {
    Matcher scp = SCP.matcher(text);
    if (scp.matches()) {
      return at(scp.group(1).toLowerCase(Locale.ROOT), scp.group(2), true);
    }
    Matcher bare = BARE.matcher(text);
    if (bare.matches()) {
      return at(bare.group(1).toLowerCase(Locale.ROOT), bare.group(2), true);
    }
    boolean canBeName = text.indexOf(':') < 0 && text.indexOf('@') < 0 && !text.startsWith("/");
    if (!canBeName) {
      return new SourceAddress.None();
    }
    // npm accepts exactly two names for a repository at GitHub.
    boolean isNpms = text.indexOf('/') == text.lastIndexOf('/');
    return at("github.com", text, isNpms);
  }

  private static SourceAddress at(String host, String path, boolean isSure) {
    return at(host, path, isSure, ForgePaths::read);
  }

  private static SourceAddress at(String host, String path, boolean isSure, Meaning meaning) {
    List<String> segments = new ArrayList<>();
    boolean hasEmpty = false;
    for (String segment : path.replaceFirst("/+$", "").split("/", -1)) {
      hasEmpty |= segment.isEmpty();
      if (!segment.isEmpty()) {
        segments.add(decoded(segment));
      }
    }
    return meaning.of(Forges.known(host), List.copyOf(segments), isSure && !hasEmpty);
  }

  private static String decoded(String segment) {
    try {
      return segment.indexOf('%') < 0
          ? segment
          : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noEscape) {
      return segment;
    }
  }

  /** Without the parts that name a state of the repository or a place on a page. */
  private static String place(String text) {
    String place = text;
    for (String mark : List.of("#", "?", "@refs/")) {
      int at = place.indexOf(mark);
      place = at < 0 ? place : place.substring(0, at);
    }
    return place;
  }
}
