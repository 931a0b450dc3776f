package dev.whence.demo;

import dev.whence.provenance.PackageName;

/**
 * The properties of one package of the population. They are cheap to compute, without its releases.
 *
 * @param number its place among all, the most popular first
 * @param skipped how many of its family's releases were before its first
 * @param hasRepository whether its {@code package.json} names one
 */
record PackageTraits(
    int number,
    PackageName name,
    Family family,
    int skipped,
    Fate fate,
    boolean hasRepository,
    Manifest manifest) {

  /** What happened to it. */
  enum Fate {
    ALIVE,
    DEPRECATED,
    /** One version was removed. */
    PARTLY_UNPUBLISHED,
    UNPUBLISHED
  }

  static PackageTraits of(int number, Edition edition) {
    Family family = Family.of(number, edition);
    Chance chance = Chance.of(edition.seed(), "package", number);
    int releases = family.schedule().releases();
    int skipped = number == family.first() ? 0 : chance.below((releases + 1) / 2);
    boolean declares = family.schedule().provenanceSince() > 0 || !chance.percent(18);
    return new PackageTraits(
        number,
        name(number, family, chance),
        family,
        skipped,
        fate(chance, family),
        declares,
        new Manifest(
            family.volume().dependencies(chance), chance.heavyTailed(250, 1, 4_000), number));
  }

  private static PackageName name(int number, Family family, Chance chance) {
    if (family.isMonorepo()) {
      int place = number - family.first();
      return new PackageName(
          "@" + InventedWords.name(family.first()) + "/" + InventedWords.part(place));
    }
    String name = InventedWords.name(number);
    return new PackageName(chance.percent(14) ? "@" + family.owner() + "/" + name : name);
  }

  private static Fate fate(Chance chance, Family family) {
    double drawn = chance.fraction() * 100;
    if (family.volume() != PackageVolume.ORDINARY || drawn > 6.5) {
      return Fate.ALIVE;
    }
    if (drawn < 1.5 && !family.isMonorepo()) {
      return Fate.UNPUBLISHED;
    }
    return drawn < 2.5 ? Fate.PARTLY_UNPUBLISHED : Fate.DEPRECATED;
  }

  int releases() {
    return family.schedule().releases() - skipped;
  }
}
