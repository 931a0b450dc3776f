package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the rooms to their arrows, and each rule to a planted violation that it must report. */
class RoomTest {
  private static final String PLANTED = "dev.whence.planted";

  private static final Map<String, ArchRule> RULES = new RoomRules("dev.whence").all();

  private static final Map<String, ArchRule> RULES_FOR_PLANTED = new RoomRules(PLANTED).all();

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.whence");

  private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

  static Stream<String> rules() {
    return RULES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldKeepTheRule(String name) {
    RULES.get(name).check(PRODUCT);
  }

  /** Each planted class breaks one rule, in one way that the rule must see. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          every class has its room      | catalog.stray.StrayRoom
          no cycles of rooms            | verify.trust.TrustUsesCheck
          rooms of api.problem          | api.problem.ProblemUsesResources
          rooms of api.v1               | api.v1.ResourcesUseAnUnknownRoom
          rooms of api.v1.json          | api.v1.json.JsonUsesResources
          rooms of api.v1.paging        | api.v1.paging.PagingUsesJson
          rooms of catalog              | catalog.WordsUseSql
          rooms of catalog.count        | catalog.count.CountsUseWrites
          rooms of catalog.filter       | catalog.filter.FilterUsesQueries
          rooms of catalog.read         | catalog.read.QueriesUseWrites
          rooms of catalog.sql          | catalog.sql.SqlUsesQueries
          rooms of catalog.state        | catalog.state.StateUsesQueries
          rooms of catalog.write        | catalog.write.WritesUseState
          rooms of crawl                | crawl.ConfigUsesProcess
          rooms of crawl.jobs           | crawl.jobs.JobsUseProcess
          rooms of crawl.pkg            | crawl.pkg.PackageUsesJobs
          rooms of crawl.process        | crawl.process.ProcessUsesAnUnknownRoom
          rooms of crawl.schedule       | crawl.schedule.ScheduleUsesPackage
          rooms of demo               | demo.DemoUsesAnUnknownRoom
          rooms of demo.sigstore      | demo.sigstore.SigstoreUsesDemo
          rooms of demo.store         | demo.store.StoreUsesSigstore
          rooms of insight.adoption     | insight.adoption.AdoptionUsesComparison
          rooms of insight.compare      | insight.compare.ComparisonUsesAdoption
          rooms of provenance           | provenance.WordsUseBundle
          rooms of provenance.bundle    | provenance.bundle.BundleUsesAnUnknownRoom
          rooms of provenance.predicate | provenance.predicate.PredicateUsesBundle
          rooms of registry.http        | registry.http.HttpUsesNpm
          rooms of registry.npm         | registry.npm.NpmUsesAnUnknownRoom
          rooms of verify               | verify.VerifierUsesAnUnknownRoom
          rooms of verify.check         | verify.check.CheckUsesVerifier
          rooms of verify.crypto        | verify.crypto.CryptoUsesTrust
          rooms of verify.trust         | verify.trust.TrustUsesCheck
          rooms of web.about            | web.about.AboutUsesAnotherGroup
          rooms of web.adoption         | web.adoption.AdoptionUsesAnotherGroup
          rooms of web.error            | web.error.ErrorUsesFacts
          rooms of web.facts            | web.facts.FactsUseAGroup
          rooms of web.form           | web.form.FormUsesAGroup
          rooms of web.home             | web.home.HomeUsesAnotherGroup
          rooms of web.list             | web.list.ListUsesAnotherGroup
          rooms of web.pkg              | web.pkg.PkgUsesAnotherGroup
          rooms of web.reference        | web.reference.ReferenceUsesAnotherGroup
          rooms of web.repository       | web.repository.RepositoryUsesAnotherGroup
          rooms of web.search           | web.search.SearchUsesAnotherGroup
          rooms of web.status           | web.status.StatusUsesAnotherGroup
          rooms of web.ui               | web.ui.UiUsesFacts
          rooms of web.version          | web.version.VersionUsesAnotherGroup
          those who read do not write   | web.home.PageWrites
          """)
  void shouldReportThePlantedViolation(String rule, String planted) {
    EvaluationResult result = RULES_FOR_PLANTED.get(rule).evaluate(VIOLATIONS);

    assertThat(result.getFailureReport().toString()).contains(PLANTED + "." + planted);
  }

  @Test
  void shouldPlantAViolationOfEveryRule() throws NoSuchMethodException {
    String table =
        RoomTest.class
            .getDeclaredMethod("shouldReportThePlantedViolation", String.class, String.class)
            .getAnnotation(CsvSource.class)
            .textBlock();

    var planted = new TreeSet<String>();
    table.lines().forEach(line -> planted.add(line.split("\\|", 2)[0].strip()));

    assertThat(planted).isEqualTo(RULES.keySet());
  }

  @Test
  void shouldDrawEveryRoomInTheArchitecturePage() throws IOException {
    String page = Files.readString(Path.of("docs", "architecture.md"));

    assertThat(RoomRules.rooms()).allMatch(name -> page.contains("`" + name + "`"));
  }
}
