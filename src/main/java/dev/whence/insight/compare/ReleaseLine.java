package dev.whence.insight.compare;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A series of versions: all versions with the same major number; below 1.0.0, with the same minor
 * number.
 *
 * @param name {@code 4}, {@code 0.30}
 */
public record ReleaseLine(String name) {

  private static final String NUMBER = "(0|[1-9][0-9]*)";
  private static final Pattern SEMVER =
      Pattern.compile(
          NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?");

  /** Empty if the text is not a semver version. */
  public static Optional<ReleaseLine> of(String version) {
    Matcher semver = SEMVER.matcher(version);
    if (!semver.matches()) {
      return Optional.empty();
    }
    String major = semver.group(1);
    return Optional.of(new ReleaseLine(major.equals("0") ? "0." + semver.group(2) : major));
  }

  /** True for a semver version that is not a prerelease. */
  public static boolean isStable(String version) {
    Matcher semver = SEMVER.matcher(version);
    return semver.matches() && semver.group(4) == null;
  }

  /** {@code 4.x}, {@code 0.30.x}. */
  @Override
  public String toString() {
    return name + ".x";
  }
}
