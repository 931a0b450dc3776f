package dev.whence;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The shape of the code as rules, for any base package: the product's, and that of the planted
 * violations which show that each rule can fail.
 */
final class ArchitectureRules {
  private static final Set<String> READERS =
      Set.of("provenance", "catalog", "insight", "address", "time");

  /** What each package may use of ours, as docs/architecture.md draws it. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("time", Set.of()),
          Map.entry("provenance", Set.of()),
          Map.entry("registry", Set.of("provenance", "time")),
          Map.entry("verify", Set.of("provenance", "time")),
          Map.entry("catalog", Set.of("provenance", "time")),
          Map.entry("insight", Set.of("provenance", "catalog", "time")),
          Map.entry("address", Set.of("provenance", "catalog")),
          Map.entry(
              "crawl", Set.of("provenance", "registry", "verify", "catalog", "insight", "time")),
          Map.entry("web", READERS),
          Map.entry("api", READERS),
          Map.entry("export", READERS),
          Map.entry("demo", Set.of("provenance", "time")));

  /** Starts everything, so it may use everything; nobody may use it. */
  private static final String COMMANDS = "cli";

  private static final DescribedPredicate<JavaClass> SQL =
      resideInAnyPackage(
          "java.sql..",
          "javax.sql..",
          "jakarta.persistence..",
          "org.hibernate..",
          "io.quarkus.hibernate..",
          "io.quarkus.panache..",
          "io.quarkus.flyway..",
          "org.flywaydb..",
          "org.postgresql..",
          "io.agroal..");

  private static final DescribedPredicate<JavaClass> DATA_SOURCE =
      named("javax.sql.DataSource", "io.agroal.api.AgroalDataSource");

  private static final DescribedPredicate<JavaClass> HTTP_CLIENT =
      resideInAnyPackage(
              "java.net.http..",
              "org.apache.http..",
              "com.google.api.client..",
              "io.vertx.ext.web.client..",
              "jakarta.ws.rs.client..",
              "org.eclipse.microprofile.rest.client..")
          .or(
              named(
                  "java.net.URLConnection",
                  "java.net.HttpURLConnection",
                  "javax.net.ssl.HttpsURLConnection",
                  "io.vertx.core.http.HttpClient"));

  private final String base;

  ArchitectureRules(String base) {
    this.base = base;
  }

  /** The packages that have a place in the picture. */
  static Set<String> packages() {
    var all = new TreeSet<>(ARROWS.keySet());
    all.add(COMMANDS);
    return all;
  }

  /** Every rule by a short name. */
  Map<String, ArchRule> all() {
    var rules = new TreeMap<String, ArchRule>();
    ARROWS.forEach((from, to) -> rules.put("arrows of " + from, arrows(from, to)));
    rules.put("every package has its place", everyPackageHasItsPlace());
    rules.put("no cycles", noCycles());
    rules.put("SQL only in catalog", sqlOnlyInCatalog());
    rules.put("crawl hands on a data source", crawlHandsOnADataSource());
    rules.put("HTTP only in registry", httpOnlyInRegistry());
    rules.put("sigstore-java only in verify", sigstoreOnlyInVerify());
    rules.put("time only from the Clock", timeOnlyFromTheClock());
    rules.put("the system clock only in time and cli", systemClockOnlyInTimeAndCli());
    rules.put("standard streams only in cli", standardStreamsOnlyInCli());
    rules.put("constructor injection", constructorInjection());
    rules.put("configuration by interfaces", configurationByInterfaces());
    return rules;
  }

  private ArchRule arrows(String from, Set<String> to) {
    String[] allowed =
        Stream.concat(Stream.of(from), to.stream()).map(this::in).toArray(String[]::new);
    return noClasses()
        .that(resideInAPackage(in(from)))
        .should()
        .dependOnClassesThat(resideInAPackage(base + "..").and(not(resideInAnyPackage(allowed))))
        .because("docs/architecture.md lets " + from + " use of ours only " + to);
  }

  private ArchRule everyPackageHasItsPlace() {
    return classes()
        .that(resideInAPackage(base + ".."))
        .should()
        .resideInAnyPackage(packages().stream().map(this::in).toArray(String[]::new))
        .because("a new package needs a place in docs/architecture.md and an ADR that says why");
  }

  private ArchRule noCycles() {
    return slices()
        .matching(base + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("packages that need each other are one package");
  }

  private ArchRule sqlOnlyInCatalog() {
    return outside("catalog", "crawl")
        .dependOnClassesThat(SQL)
        .because("what Postgres is asked is to be read, explained and changed in one place");
  }

  private ArchRule crawlHandsOnADataSource() {
    return noClasses()
        .that(resideInAPackage(in("crawl")))
        .should()
        .dependOnClassesThat(SQL.and(not(DATA_SOURCE)))
        .because("crawl gives db-scheduler its data source; with a connection it would ask SQL");
  }

  private ArchRule httpOnlyInRegistry() {
    // Sigstore's TUF repository is no registry; sigstore-java's client for it takes a fetcher.
    return noClasses()
        .that()
        .resideOutsideOfPackage(in("registry"))
        .and()
        .doNotImplement("dev.sigstore.tuf.Fetcher")
        .should()
        .dependOnClassesThat(HTTP_CLIENT)
        .orShould()
        .accessTargetWhere(
            access(
                "opens a URL",
                (owner, name) -> owner.equals("java.net.URL") && name.startsWith("open")))
        .because("whoever asks a registry goes through the one gate for rate, size and time");
  }

  private ArchRule sigstoreOnlyInVerify() {
    return outside("verify")
        .dependOnClassesThat(resideInAPackage("dev.sigstore.."))
        .because("everybody else speaks our own vocabulary, and an upgrade stays in one place");
  }

  private ArchRule timeOnlyFromTheClock() {
    DescribedPredicate<JavaAccess<?>> readsTheTime =
        describe("reads the time without a clock", ArchitectureRules::readsTheTime);
    return noClasses()
        .should()
        .accessTargetWhere(readsTheTime)
        .because("tests set the time, so it must come from the injected Clock");
  }

  private ArchRule systemClockOnlyInTimeAndCli() {
    return outside("time", COMMANDS)
        .accessTargetWhere(
            access(
                "makes a system clock",
                (owner, name) ->
                    (owner.equals("java.time.Clock") && name.matches("system.*|tick.+"))
                        || (owner.equals("java.time.InstantSource") && name.equals("system"))))
        .because("the Clock is injected; only commands outside the application make their own");
  }

  private ArchRule standardStreamsOnlyInCli() {
    return outside(COMMANDS)
        .accessTargetWhere(
            access(
                "uses a standard stream",
                (owner, name) ->
                    (owner.equals("java.lang.System") && name.matches("out|err|in|console"))
                        || name.equals("printStackTrace")))
        .because("what the application says goes to the log, with level and time");
  }

  private ArchRule constructorInjection() {
    return noFields()
        .that()
        .areDeclaredInClassesThat(resideInAPackage(base + ".."))
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .because("a class says in its constructor what it needs, and a test can give it");
  }

  private ArchRule configurationByInterfaces() {
    return noClasses()
        .should()
        .dependOnClassesThat(named("org.eclipse.microprofile.config.inject.ConfigProperty"))
        .because("each key stands in a @ConfigMapping interface, with Javadoc, default and type");
  }

  private ClassesShould outside(String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(Stream.of(packages).map(this::in).toArray(String[]::new))
        .should();
  }

  private String in(String name) {
    return base + "." + name + "..";
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    Set<String> all = Set.of(names);
    return describe("one of " + all, type -> all.contains(type.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String description, BiPredicate<String, String> ownerAndName) {
    return describe(
        description,
        access ->
            ownerAndName.test(access.getTargetOwner().getName(), access.getTarget().getName()));
  }

  private static boolean readsTheTime(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    // Each now(Clock) is fine; now() and now(ZoneId) ask the system.
    boolean now =
        owner.startsWith("java.time.")
            && name.equals("now")
            && !access.getTarget().getFullName().contains("java.time.Clock");
    boolean date =
        access.getTarget().getFullName().equals("java.util.Date.<init>()")
            || (owner.equals("java.util.Calendar") && name.equals("getInstance"));
    return now || date || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
  }
}
