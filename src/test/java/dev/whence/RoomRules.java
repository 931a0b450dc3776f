package dev.whence;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rooms inside the packages as rules, for any base package. {@link ArchitectureRules} holds the
 * arrows between packages; these are the arrows between the rooms of one package.
 */
final class RoomRules {

  private static final Set<String> PAGE_GROUPS =
      Set.of(
          "about",
          "adoption",
          "home",
          "list",
          "pkg",
          "reference",
          "repository",
          "search",
          "status",
          "version");

  /** What each room may use of its own package, as docs/architecture.md draws it. */
  private static final Map<String, Set<String>> ARROWS = arrows();

  private final String base;

  RoomRules(String base) {
    this.base = base;
  }

  private static Map<String, Set<String>> arrows() {
    var arrows = new TreeMap<String, Set<String>>();
    arrows.put("provenance", Set.of());
    arrows.put("provenance.predicate", Set.of("provenance"));
    arrows.put("provenance.bundle", Set.of("provenance", "provenance.predicate"));

    arrows.put("registry.http", Set.of());
    arrows.put("registry.npm", Set.of("registry.http"));

    arrows.put("verify.crypto", Set.of());
    arrows.put("verify.trust", Set.of("verify.crypto"));
    arrows.put("verify.check", Set.of("verify.crypto", "verify.trust"));
    arrows.put("verify", Set.of("verify.crypto", "verify.trust", "verify.check"));

    arrows.put("catalog", Set.of());
    arrows.put("catalog.sql", Set.of("catalog"));
    arrows.put("catalog.filter", Set.of("catalog", "catalog.sql"));
    arrows.put("catalog.write", Set.of("catalog", "catalog.sql"));
    arrows.put("catalog.state", Set.of("catalog", "catalog.sql", "catalog.write"));
    arrows.put("catalog.count", Set.of("catalog", "catalog.sql", "catalog.filter"));
    arrows.put(
        "catalog.read",
        Set.of("catalog", "catalog.sql", "catalog.filter", "catalog.state", "catalog.count"));

    arrows.put("crawl", Set.of());
    arrows.put("crawl.schedule", Set.of("crawl"));
    arrows.put("crawl.pkg", Set.of("crawl", "crawl.schedule"));
    arrows.put("crawl.jobs", Set.of("crawl", "crawl.schedule"));
    arrows.put("crawl.process", Set.of("crawl", "crawl.schedule", "crawl.pkg", "crawl.jobs"));

    arrows.put("insight.adoption", Set.of());
    arrows.put("insight.compare", Set.of());

    arrows.put("api.problem", Set.of());
    arrows.put("api.v1.paging", Set.of("api.problem"));
    arrows.put("api.v1.json", Set.of("api.v1.paging"));
    arrows.put("api.v1", Set.of("api.problem", "api.v1.paging", "api.v1.json"));

    arrows.put("demo.sigstore", Set.of());
    arrows.put("demo.store", Set.of());
    arrows.put("demo", Set.of("demo.sigstore", "demo.store"));

    arrows.put("web.ui", Set.of());
    arrows.put("web.facts", Set.of("web.ui"));
    arrows.put("web.form", Set.of("web.ui", "web.facts"));
    arrows.put("web.error", Set.of("web.ui", "web.form"));
    PAGE_GROUPS.forEach(
        group ->
            arrows.put("web." + group, Set.of("web.ui", "web.facts", "web.form", "web.error")));
    // A version that is not known is told by what is known of its package.
    arrows.put("web.version", Set.of("web.ui", "web.facts", "web.form", "web.error", "web.pkg"));
    return arrows;
  }

  /** The rooms, each below its package: {@code catalog.read}. */
  static Set<String> rooms() {
    var rooms = new TreeSet<>(ARROWS.keySet());
    rooms.removeIf(room -> room.indexOf('.') < 0);
    return rooms;
  }

  /** Every rule by a short name. */
  Map<String, ArchRule> all() {
    var rules = new TreeMap<String, ArchRule>();
    ARROWS.forEach((from, to) -> rules.put("rooms of " + from, arrows(from, to)));
    rules.put("every class has its room", everyClassHasItsRoom());
    rules.put("no cycles of rooms", noCycles());
    rules.put("those who read do not write", thoseWhoReadDoNotWrite());
    return rules;
  }

  private ArchRule arrows(String from, Set<String> to) {
    String whole = from.replaceFirst("\\..*", "");
    String[] allowed =
        Stream.concat(Stream.of(from), to.stream()).map(this::in).toArray(String[]::new);
    return noClasses()
        .that(resideInAPackage(in(from)))
        .should()
        .dependOnClassesThat(
            resideInAPackage(in(whole) + "..").and(not(resideInAnyPackage(allowed))))
        .because("docs/architecture.md lets " + from + " use of " + whole + " only " + to);
  }

  /** Of the packages that have rooms, all classes are in one that has its arrows. */
  private ArchRule everyClassHasItsRoom() {
    String[] withRooms =
        rooms().stream()
            .map(room -> in(room.replaceFirst("\\..*", "")) + "..")
            .distinct()
            .toArray(String[]::new);
    return classes()
        .that(resideInAnyPackage(withRooms))
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .resideInAnyPackage(ARROWS.keySet().stream().map(this::in).toArray(String[]::new))
        .because("a new room needs its arrows here and in docs/architecture.md");
  }

  private ArchRule noCycles() {
    return slices()
        .matching(base + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("rooms that need each other are one room");
  }

  private ArchRule thoseWhoReadDoNotWrite() {
    String[] readers =
        Stream.of("web", "api", "export", "insight", "address")
            .map(name -> in(name) + "..")
            .toArray(String[]::new);
    return noClasses()
        .that(resideInAnyPackage(readers))
        .should()
        .dependOnClassesThat(resideInAnyPackage(in("catalog.write"), in("catalog.sql")))
        .because("pages, API and data sets ask the catalog's queries and change nothing");
  }

  private String in(String room) {
    return base + "." + room;
  }
}
