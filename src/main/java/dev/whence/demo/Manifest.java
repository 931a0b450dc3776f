package dev.whence.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parts of a package's versions that have nothing to do with their origin, and that make most
 * of a packument's size.
 *
 * @param dependencies of each version
 * @param readmeWords of the latest version's readme
 * @param number determines the texts
 */
record Manifest(int dependencies, int readmeWords, int number) {

  static final Manifest NONE = new Manifest(0, 0, 0);

  private static final int WORDS_OF_A_LINE = 12;

  /** The readme in Markdown. */
  String readme(String name) {
    Chance chance = Chance.of("readme", name, number);
    StringBuilder text = new StringBuilder("# ").append(name).append("\n\n");
    for (int i = 1; i <= readmeWords; i++) {
      text.append(InventedWords.any(chance)).append(i % WORDS_OF_A_LINE == 0 ? '\n' : ' ');
    }
    return text.toString();
  }

  /**
   * A version's dependencies, by name: the same packages for each version, in ranges that grow with
   * it.
   */
  Map<String, String> dependencies(int version) {
    Chance names = Chance.of("dependencies", "", number);
    Chance ranges = Chance.of("ranges", "", number + ((version / 4L) << 32));
    Map<String, String> all = new LinkedHashMap<>();
    while (all.size() < dependencies) {
      String range = "^" + ranges.below(9) + "." + ranges.below(20) + "." + ranges.below(20);
      all.put(InventedWords.dependency(names), range);
    }
    return all;
  }
}
