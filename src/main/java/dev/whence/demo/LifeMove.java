package dev.whence.demo;

/**
 * Something that happens to a package after the edition's now.
 *
 * @param tick when, counted from 1; it determines everything else
 * @param number of the package
 */
record LifeMove(long tick, Kind kind, int number) {

  /** What happens. */
  enum Kind {
    /** A new version, of the whole family if there is one. */
    PUBLISH,
    DEPRECATE,
    TAG,
    UNPUBLISH,
    /** A new package. */
    BEGIN
  }

  /**
   * What happens at a tick.
   *
   * @param next the number of the next new package
   */
  static LifeMove at(long tick, Edition edition, Packages packages, int next) {
    Chance chance = Chance.of(edition.seed(), "move", tick);
    double drawn = chance.fraction() * 100;
    int stories = packages.storyCount();
    if (drawn < 2 || next == stories) {
      return new LifeMove(tick, Kind.BEGIN, next);
    }
    int number = stories + GeneratedPopularity.rank(chance, next - stories);
    if (drawn < 4) {
      return new LifeMove(tick, Kind.UNPUBLISH, number);
    }
    if (drawn < 8) {
      return new LifeMove(tick, Kind.TAG, number);
    }
    return new LifeMove(tick, drawn < 12 ? Kind.DEPRECATE : Kind.PUBLISH, number);
  }
}
