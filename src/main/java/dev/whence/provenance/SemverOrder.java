package dev.whence.provenance;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;

/**
 * Ascending order of version texts by semver 2.0.0 precedence; texts that are not semver come
 * before all that are, among themselves by character.
 */
public final class SemverOrder implements Comparator<String> {

  public static final SemverOrder ASCENDING = new SemverOrder();

  private SemverOrder() {}

  @Override
  public int compare(String left, String right) {
    @Nullable Semver a = Semver.parse(left);
    @Nullable Semver b = Semver.parse(right);
    if (a == null || b == null) {
      return a == null && b == null ? left.compareTo(right) : a == null ? -1 : 1;
    }
    int byPrecedence = a.compareTo(b);
    return byPrecedence != 0 ? byPrecedence : left.compareTo(right);
  }
}
