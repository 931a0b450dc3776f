package dev.whence.provenance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** User names, passwords and tokens in an address. They are never shown. */
final class Credentials {

  /** The user name of all users at the forges' ssh servers. */
  private static final String COMMON_USER = "git";

  /** The part before the host: schemes, or a shorthand's forge. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i)\\s*(?:(?:[a-z+]+://)+|(?:github|gitlab|bitbucket|gist|sourcehut):|(?=[^@]*@))");

  /** User and password up to the host; no slash is in them, unless the password is written raw. */
  private static final Pattern USER =
      Pattern.compile("([^/#?\\s]+)@(?=[^@/]*[/:])|([^/#?\\s]*:[^#?\\s]+)@(?=[A-Za-z0-9.-]+\\.)");

  private Credentials() {}

  static String removed(String text) {
    Matcher before = BEFORE.matcher(text);
    if (text.indexOf('@') < 0 || !before.lookingAt()) {
      return text;
    }
    Matcher user = USER.matcher(text).region(before.end(), text.length());
    return !user.lookingAt() || COMMON_USER.equals(user.group(1))
        ? text
        : text.substring(0, before.end()) + text.substring(user.end());
  }
}
