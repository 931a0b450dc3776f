package dev.whence.catalog.filter;

import dev.whence.provenance.SourceAddress;
import dev.whence.provenance.SourceRepository;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The things, besides a package, that a searched text can name: a commit, a run, a digest, a log
 * entry, a repository. If a text can name several things, the search looks for each.
 */
public final class SearchTerms {

  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{7,128}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern RUN =
      Pattern.compile("/(?:actions/runs|-/jobs|-/pipelines)/([0-9]{1,20})(?:[/?#].*)?$");
  private static final Pattern COMMIT =
      Pattern.compile("/(?:-/)?(?:commit|tree|blob)/([0-9a-fA-F]{7,64})(?:[/?#].*)?$");
  private static final Pattern LOG_INDEX =
      Pattern.compile("[?&]logIndex=([0-9]{1,18})(?:[&#].*)?$");

  private static final int SHA1_DIGITS = 40;
  private static final int SHA512_DIGITS = 128;

  private SearchTerms() {}

  /** The lists of versions to which the text can belong. */
  public static List<ListFilter<VersionField>> versions(String text) {
    List<ListFilter<VersionField>> found = new ArrayList<>();
    add(found, VersionField.INTEGRITY, text);
    if (NUMBER.matcher(text).matches()) {
      add(found, VersionField.RUN, text);
      add(found, VersionField.LOG_INDEX, text);
    }
    if (HEX.matcher(text).matches()) {
      addHex(found, text.toLowerCase(Locale.ROOT));
    }
    addPart(found, VersionField.RUN, RUN, text);
    addPart(found, VersionField.COMMIT, COMMIT, text);
    addPart(found, VersionField.LOG_INDEX, LOG_INDEX, text);
    return found;
  }

  private static void addHex(List<ListFilter<VersionField>> found, String hex) {
    add(found, VersionField.COMMIT, hex);
    if (hex.length() == SHA1_DIGITS) {
      add(found, VersionField.SHASUM, hex);
    }
    if (hex.length() == SHA512_DIGITS) {
      String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
      add(found, VersionField.INTEGRITY, "sha512-" + base64);
    }
  }

  /** A commit or run in a forge's address belongs to the repository in the same address. */
  private static void addPart(
      List<ListFilter<VersionField>> found, VersionField field, Pattern address, String text) {
    Matcher matcher = address.matcher(text);
    if (matcher.find()) {
      ListFilter<VersionField> filter =
          ListFilter.versions().with(field, matcher.group(1).toLowerCase(Locale.ROOT));
      found.add(
          field == VersionField.LOG_INDEX
              ? filter
              : repository(text)
                  .map(of -> of.host() + "/" + of.owner() + "/" + of.name())
                  .map(name -> filter.with(VersionField.REPOSITORY, name))
                  .orElse(filter));
    }
  }

  private static void add(List<ListFilter<VersionField>> found, VersionField field, String value) {
    if (field.value().takes(value)) {
      found.add(ListFilter.versions().with(field, value));
    }
  }

  /**
   * A repository with its forge: {@code github.com/nuxt/nuxt}, an address at the forge, a shorthand
   * with the forge's name. Owner and name alone are not enough: they can be a part of many things.
   */
  public static Optional<SourceRepository> repository(String text) {
    int slash = text.indexOf('/');
    boolean namesForge = text.indexOf(':') >= 0 || text.lastIndexOf('.', slash) >= 0;
    return namesForge ? SourceAddress.repository(text) : Optional.empty();
  }
}
