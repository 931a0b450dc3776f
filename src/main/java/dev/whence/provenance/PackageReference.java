package dev.whence.provenance;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A package, and perhaps a version of it, as other tools print it and people paste it: {@code
 * name@version}, a purl, an address at npmjs.com or of a tarball, an install command.
 *
 * @param version as in the text: it may be a tag or a range; absent if there is none
 */
public record PackageReference(PackageName name, @Nullable String version) {

  private static final int MAX_LENGTH = 600;

  private static final String NAME = "((?:@[^/@\\s\"?#]+/)?[^/@\\s\"?#]+)";
  private static final String VERSION = "([^/@\\s?#]+)";

  /** The parts after the host. The rest after a name or a version is a file of the package. */
  private static final List<Pattern> ADDRESSES =
      List.of(
          address("(?:www\\.)?npmjs\\.com/package/" + NAME + "(?:/v/" + VERSION + ")?"),
          address("npmx\\.dev/(?:package/)?" + NAME + "(?:/v/" + VERSION + ")?"),
          address("deps\\.dev/npm/" + NAME + "(?:/" + VERSION + ")?"),
          address("(?:unpkg\\.com|esm\\.sh)/" + NAME + "(?:@" + VERSION + ")?"),
          address("cdn\\.jsdelivr\\.net/npm/" + NAME + "(?:@" + VERSION + ")?"),
          address("(?:www\\.)?jsdelivr\\.com/package/npm/" + NAME),
          address("registry\\.npmjs\\.(?:org|com)/" + NAME + "(?:/" + VERSION + ")?"));

  /** Of any registry: {@code /name/-/name-1.0.0.tgz}. */
  private static final Pattern TARBALL =
      Pattern.compile("https?://[^/]+/(?:.*?/)??" + NAME + "/-/([^/?#]+)\\.tgz(?:[?#].*)?");

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:npm|pnpm|yarn|bun)\\s+(?:i|install|add|view|info|pack)\\s+(?:-\\S+\\s+)*((?!-)\\S+)"
              + "(?:\\s+-\\S+)*|npx\\s+((?!-)\\S+)");

  /** The text after a space may be another word; a version has a digit. */
  private static final Pattern NAME_AND_VERSION =
      Pattern.compile(NAME + "(?:@|\\s+@?(?=[v^~<>=]*[0-9]))([^\\s/]+)");

  private static final Pattern DEPENDENCY =
      Pattern.compile("\"" + NAME + "\"\\s*:\\s*\"([^\"]{1,200})\",?");

  /** Empty if the text is no reference, or only a package's name. */
  public static Optional<PackageReference> read(String given) {
    String text = given.strip();
    if (text.length() > MAX_LENGTH || PackageName.parse(text).isPresent()) {
      return Optional.empty();
    }
    Matcher command = COMMAND.matcher(text);
    if (command.matches()) {
      String named = command.group(1) == null ? command.group(2) : command.group(1);
      return PackageName.parse(named).isPresent() ? of(named, null) : spelled(named);
    }
    return purl(text)
        .or(() -> tarball(text))
        .or(() -> address(text, ADDRESSES))
        .or(() -> spelled(text));
  }

  private static Optional<PackageReference> spelled(String text) {
    for (Pattern form : List.of(DEPENDENCY, NAME_AND_VERSION)) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches()) {
        return of(matcher.group(1), matcher.group(2));
      }
    }
    return Optional.empty();
  }

  private static Optional<PackageReference> purl(String text) {
    Optional<NpmPurl> whole = NpmPurl.parse(text);
    if (whole.isPresent()) {
      return of(whole.get().name(), whole.get().version());
    }
    int query = text.indexOf('?');
    String withVersion =
        query < 0 ? text + "@0" : text.substring(0, query) + "@0" + text.substring(query);
    return NpmPurl.parse(withVersion).flatMap(purl -> of(purl.name(), null));
  }

  private static Optional<PackageReference> tarball(String text) {
    Matcher matcher = TARBALL.matcher(decoded(text));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group(1);
    String file = matcher.group(2);
    String prefix = name.substring(name.indexOf('/') + 1) + "-";
    return file.startsWith(prefix) ? of(name, file.substring(prefix.length())) : of(name, null);
  }

  private static Optional<PackageReference> address(String text, List<Pattern> addresses) {
    String plain = decoded(text);
    for (Pattern address : addresses) {
      Matcher matcher = address.matcher(plain);
      if (matcher.matches()) {
        return of(matcher.group(1), matcher.groupCount() > 1 ? matcher.group(2) : null);
      }
    }
    return Optional.empty();
  }

  private static Pattern address(String path) {
    return Pattern.compile("(?i:https?://)?" + path + "(?:[/?#].*)?");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noEscape) {
      return text;
    }
  }

  private static Optional<PackageReference> of(String name, @Nullable String version) {
    return PackageName.parse(name).map(parsed -> new PackageReference(parsed, version));
  }
}
