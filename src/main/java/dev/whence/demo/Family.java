package dev.whence.demo;

import dev.whence.demo.sigstore.CiRun;
import dev.whence.demo.sigstore.Shape;

/**
 * Packages that are released together, from one repository by one run: the packages of a monorepo,
 * or a single package.
 *
 * <p>Numbers form blocks, and a block may begin with a monorepo. So a package finds its family, and
 * a family its packages, without a table of all.
 *
 * @param first the number of the family's first package
 */
record Family(
    int first, int size, PackageVolume volume, String owner, Project project, Schedule schedule) {

  static final int MOST = 50;

  private static final int BLOCK = 64;

  /** After every monorepo, so free for unusual packages. */
  private static final int LAST_OF_BLOCK = BLOCK - 1;

  private static final double MONOREPOS = 60;

  /** The family of a package. */
  static Family of(int number, Edition edition) {
    int block = number / BLOCK;
    int place = number % BLOCK;
    Chance chance = Chance.of(edition.seed(), "block", block);
    int size =
        chance.percent(MONOREPOS)
            ? 2 + (int) ((MOST - 1) * StrictMath.pow(chance.fraction(), 3))
            : 0;
    return place < size
        ? draw(number - place, size, PackageVolume.ORDINARY, edition)
        : draw(
            number,
            1,
            place == LAST_OF_BLOCK ? PackageVolume.ofBlock(block) : PackageVolume.ORDINARY,
            edition);
  }

  private static Family draw(int first, int size, PackageVolume volume, Edition edition) {
    Chance chance = Chance.of(edition.seed(), "family", first);
    String owner = InventedWords.person(chance);
    Project project = project(chance, InventedWords.name(first), owner, size > 1);
    Schedule schedule =
        Schedule.draw(chance, volume.releases(chance, size > 1), edition.provenanceShare());
    return new Family(first, size, volume, owner, project, schedule);
  }

  private static Project project(Chance chance, String name, String owner, boolean isMonorepo) {
    if (chance.percent(3)) {
      return Project.gitlab(owner, name);
    }
    Project github = Project.github(isMonorepo || chance.percent(25) ? name + "-js" : owner, name);
    if (chance.percent(1)) {
      return github.with(
          new CiRun.Workflow("Release", ".github/workflows/release.yml", Shape.SLSA3_DELEGATOR));
    }
    if (chance.percent(1)) {
      return github.onRunner("self-hosted");
    }
    return chance.percent(50) ? github : github.onBranch("main", "push");
  }

  boolean isMonorepo() {
    return size > 1;
  }
}
