package dev.whence.catalog.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement whose parameters have names: {@code WHERE name = :name}. A colon behind a word or a
 * bracket is an array's slice. The driver's {@code ??} is the operator {@code ?} of jsonb.
 *
 * @param forDriver the text with {@code ?} in place of each name
 * @param names in the order of the text; a name that occurs twice is listed twice
 */
record NamedText(String forDriver, List<String> names) {

  /**
   * The cache of parsed texts: most texts are constants, and few combinations of filters are
   * frequent.
   */
  static final int MOST_KEPT = 500;

  private static final Map<String, NamedText> KEPT =
      Collections.synchronizedMap(
          new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, NamedText> eldest) {
              return size() > MOST_KEPT;
            }
          });

  /**
   * All parts in which a colon or a question mark has another meaning, and these two characters.
   * Most characters begin none of it, and are passed over at once.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?= ['"$:?/eE-] ) (?:
              (?<!\\w) [eE] ' [^'\\\\]*+ (?: (?: \\\\. | '' ) [^'\\\\]*+ )*+ '
            | ' [^']*+ '
            | " [^"]*+ "
            | (?<!\\w) \\$ (?<tag> (?: [a-zA-Z_]\\w* )? ) \\$ .*? \\$ \\k<tag> \\$
            | -- [^\\n]*+
            | /\\*
            | ::
            | \\?\\?
            | (?<bare> \\? )
            | (?<! [\\w\\])\\[] ) : (?<name> [a-zA-Z_]\\w* )
          )
          """,
          Pattern.COMMENTS | Pattern.DOTALL);

  private static final Pattern COMMENT_EDGE = Pattern.compile("/\\*|\\*/");

  static NamedText of(String text) {
    return KEPT.computeIfAbsent(text, NamedText::parse);
  }

  static int kept() {
    return KEPT.size();
  }

  private static NamedText parse(String text) {
    List<String> names = new ArrayList<>();
    StringBuilder forDriver = new StringBuilder();
    int copied = 0;
    Matcher token = TOKEN.matcher(text);
    for (int from = 0; token.find(from); ) {
      from = token.group().equals("/*") ? endOfComment(text, token.end()) : token.end();
      if (token.group("bare") != null) {
        throw new IllegalStateException("A parameter without a name: " + text);
      }
      if (token.group("name") != null) {
        names.add(token.group("name"));
        forDriver.append(text, copied, token.start()).append('?');
        copied = token.end();
      }
    }
    return new NamedText(forDriver.append(text.substring(copied)).toString(), List.copyOf(names));
  }

  /** Comments in Postgres can be nested. */
  private static int endOfComment(String text, int from) {
    Matcher edge = COMMENT_EDGE.matcher(text);
    int open = 1;
    int at = from;
    while (open > 0 && edge.find(at)) {
      open += edge.group().equals("/*") ? 1 : -1;
      at = edge.end();
    }
    return open == 0 ? at : text.length();
  }

  /** Checks that every name has a value, and every value a name. */
  void check(Set<String> values) {
    for (String name : names) {
      if (!values.contains(name)) {
        throw new IllegalStateException(name + " has no value: " + forDriver);
      }
    }
    for (String value : values) {
      if (!names.contains(value)) {
        throw new IllegalStateException(value + " is not in the text: " + forDriver);
      }
    }
  }
}
