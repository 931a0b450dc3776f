package dev.whence.provenance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ascending order of version texts by semver 2.0.0 precedence; texts that are not semver come
 * before all that are, among themselves by character.
 *
 * <p>Numbers may have any length: nightly builds put whole timestamps into a version, and hostile
 * ones more than that.
 */
public final class SemverOrder implements Comparator<String> {

  public static final SemverOrder ASCENDING = new SemverOrder();

  /** npm's own limit; a number's length must also fit a byte of the key. */
  private static final int MAX_LENGTH = 256;

  private static final String NUMBER = "(?:0|[1-9][0-9]*)";
  private static final String IDENTIFIER = "(?:" + NUMBER + "|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)";
  private static final Pattern SEMVER =
      Pattern.compile(
          "("
              + NUMBER
              + ")\\.("
              + NUMBER
              + ")\\.("
              + NUMBER
              + ")"
              + "(?:-("
              + IDENTIFIER
              + "(?:\\."
              + IDENTIFIER
              + ")*))?"
              + "(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?");

  // A prerelease comes before its release, and before a longer one that starts with it.
  private static final int END_OF_PRERELEASE = 1;
  private static final int NUMERIC = 2;
  private static final int ALPHANUMERIC = 3;
  private static final int RELEASE = 4;

  private SemverOrder() {}

  @Override
  public int compare(String left, String right) {
    int byPrecedence = Arrays.compareUnsigned(key(left), key(right));
    return byPrecedence != 0 ? byPrecedence : left.compareTo(right);
  }

  /**
   * Bytes that compare, unsigned, as the versions do by precedence; they are equal for versions
   * that differ in build metadata only.
   */
  public static byte[] key(String version) {
    ByteArrayOutputStream key = new ByteArrayOutputStream();
    Matcher semver = SEMVER.matcher(version);
    if (version.length() > MAX_LENGTH || !semver.matches()) {
      key.write(0);
      key.writeBytes(version.getBytes(StandardCharsets.UTF_8));
      return key.toByteArray();
    }
    key.write(1);
    for (int part = 1; part <= 3; part++) {
      number(key, semver.group(part));
    }
    @Nullable String prerelease = semver.group(4);
    if (prerelease == null) {
      key.write(RELEASE);
    } else {
      for (String identifier : prerelease.split("\\.", -1)) {
        identifier(key, identifier);
      }
      key.write(END_OF_PRERELEASE);
    }
    return key.toByteArray();
  }

  private static void identifier(ByteArrayOutputStream key, String identifier) {
    if (identifier.chars().allMatch(c -> c >= '0' && c <= '9')) {
      key.write(NUMERIC);
      number(key, identifier);
    } else {
      key.write(ALPHANUMERIC);
      key.writeBytes(identifier.getBytes(StandardCharsets.US_ASCII));
      // Below every character that an identifier can have.
      key.write(0);
    }
  }

  /** Without leading zeros, the longer number is the larger one. */
  private static void number(ByteArrayOutputStream key, String digits) {
    key.write(digits.length());
    key.writeBytes(digits.getBytes(StandardCharsets.US_ASCII));
  }
}
