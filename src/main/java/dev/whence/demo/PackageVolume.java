package dev.whence.demo;

/** The size of a package. */
enum PackageVolume {
  /** Packuments from two kilobytes to some hundred. */
  ORDINARY(5, 60),
  /** Packuments of several megabytes, one package in 2,500. */
  BIG(60, 60),
  /** Packuments of some twenty megabytes, one package in 50,000. */
  GIANT(200, 200);

  private static final int BIG_EVERY = 39;
  private static final int GIANT_EVERY = 781;

  /** Early enough that there is one among the first 10,000. */
  private static final int FIRST_GIANT = 90;

  private static final int FIRST_BIG = 20;

  private final int medianDependencies;
  private final int mostDependencies;

  PackageVolume(int medianDependencies, int mostDependencies) {
    this.medianDependencies = medianDependencies;
    this.mostDependencies = mostDependencies;
  }

  /** For the package that a block of numbers keeps free. */
  static PackageVolume ofBlock(int block) {
    if (block % GIANT_EVERY == FIRST_GIANT) {
      return GIANT;
    }
    return block % BIG_EVERY == FIRST_BIG ? BIG : ORDINARY;
  }

  int releases(Chance chance, boolean isMonorepo) {
    return switch (this) {
      case ORDINARY -> Math.max(1, chance.heavyTailed(isMonorepo ? 6 : 4, 1.35, 3_500));
      case BIG -> 400 + chance.below(1_100);
      case GIANT -> 3_000 + chance.below(400);
    };
  }

  int dependencies(Chance chance) {
    return this == ORDINARY
        ? chance.heavyTailed(medianDependencies, 0.9, mostDependencies)
        : medianDependencies;
  }
}
