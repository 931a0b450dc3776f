package dev.whence.demo;

/** A version by the rules of semver, and the one after it. */
record Numbering(int major, int minor, int patch) {

  static Numbering parse(String version) {
    String[] parts = version.split("[.-]", 4);
    return new Numbering(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  Numbering next(Chance chance) {
    int drawn = chance.below(20);
    if (drawn == 0) {
      return new Numbering(major + 1, 0, 0);
    }
    return drawn < 6 ? new Numbering(major, minor + 1, 0) : new Numbering(major, minor, patch + 1);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
