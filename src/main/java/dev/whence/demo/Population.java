package dev.whence.demo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Packages without a story of their own, so that lists, searches and charts have something. */
final class Population {

  private static final List<String> FIRST =
      List.of(
          "amber", "birch", "cinder", "dapple", "elder", "flint", "gorse", "hazel", "ivory",
          "juniper", "kelp", "larch", "marble", "nettle", "osier", "pewter", "quartz", "russet",
          "slate", "teasel", "umber", "vellum", "willow", "yarrow");
  private static final List<String> SECOND =
      List.of(
          "latch", "spool", "gauge", "ledger", "lattice", "sieve", "hinge", "beacon", "spindle",
          "crate", "mortar", "trellis", "anvil", "compass");
  private static final List<String> PURPOSES =
      List.of(
          "Formats dates without surprises",
          "A cache with a clear idea of time",
          "Validates forms in the browser and on the server",
          "Reads and writes CSV as a stream",
          "Small helpers for promises",
          "Colours and boxes for terminals",
          "A test runner that starts fast",
          "Turns Markdown into HTML",
          "Deep comparison of values",
          "Retries with backoff");
  private static final List<String> PEOPLE =
      List.of(
          "mira-olsen",
          "jon-avery",
          "lena-marsh",
          "tomas-rill",
          "anouk-lind",
          "wim-harrow",
          "ines-coast",
          "ruth-fern",
          "omar-gale",
          "ylva-stone",
          "bo-carden",
          "thea-wynd");

  private final String seed;
  private final Teller teller;

  private Population(String seed, Teller teller) {
    this.seed = seed;
    this.teller = teller;
  }

  /** Adds packages until there are as many as asked for. */
  static void fill(Edition edition, Teller teller) {
    Population population = new Population(edition.seed(), teller);
    Set<String> names = new LinkedHashSet<>();
    teller.told().forEach(history -> names.add(history.name().value()));
    for (int i = 0; names.size() < edition.packages(); i++) {
      String name = population.name(i);
      if (names.add(name)) {
        population.tell(name);
      }
    }
  }

  private String name(int i) {
    String key = seed + " name " + i;
    String name = Drawn.of(key + " first", FIRST) + Drawn.of(key + " second", SECOND);
    // Once all pairs are taken, numbers keep names apart.
    return i < FIRST.size() * SECOND.size() * 2 ? name : name + "-" + i;
  }

  private void tell(String name) {
    String key = seed + " " + name;
    String owner = Drawn.of(key + " owner", PEOPLE);
    boolean gitlab = Drawn.below(key + " forge", 9) == 0;
    Project project = gitlab ? Project.gitlab(owner, name) : Project.github(name + "-js", name);
    History history = teller.begin(name, Drawn.of(key + " purpose", PURPOSES), owner, project);
    boolean never = Drawn.below(key + " never", 5) < 2;
    int provenanceSince = never ? 0 : 120 + (int) Drawn.below(key + " since", 1200);
    boolean trusted = !never && Drawn.below(key + " trusted", 2) == 0;
    releases(history, key, provenanceSince, trusted);
  }

  private static void releases(History history, String key, int provenanceSince, boolean trusted) {
    int day = 500 + (int) Drawn.below(key + " began", 1900);
    int major = (int) Drawn.below(key + " major", 3);
    int minor = 0;
    int patch = 0;
    for (int i = 0; day > 2 && i < 24; i++) {
      String version = major + "." + minor + "." + patch;
      if (day > provenanceSince) {
        history.byHand(version, day);
      } else if (trusted && day < 430) {
        history.fromTrustedPublisher(version, day);
      } else {
        history.fromCi(version, day);
      }
      switch ((int) Drawn.below(key + " step " + i, 7)) {
        case 0 -> {
          major++;
          minor = 0;
          patch = 0;
        }
        case 1, 2 -> {
          minor++;
          patch = 0;
        }
        default -> patch++;
      }
      day -= 5 + (int) Drawn.below(key + " pause " + i, 190);
    }
  }
}
