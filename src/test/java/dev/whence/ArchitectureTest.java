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

/** Holds the code to its shape, and each rule to a planted violation that it must report. */
class ArchitectureTest {
  private static final String PLANTED = "dev.whence.planted";

  private static final Map<String, ArchRule> RULES = new ArchitectureRules("dev.whence").all();

  private static final Map<String, ArchRule> RULES_FOR_PLANTED =
      new ArchitectureRules(PLANTED).all();

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
    RULES.get(name).allowEmptyShould(true).check(PRODUCT);
  }

  /** Each planted class breaks one rule, in one way that the rule must see. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arrows of address                     | address.AddressUsesWeb
          arrows of api                         | api.ApiUsesWeb
          arrows of catalog                     | catalog.CatalogUsesRegistry
          arrows of crawl                       | crawl.CrawlUsesCli
          arrows of demo                        | demo.DemoUsesVerify
          arrows of export                      | export.ExportUsesApi
          arrows of insight                     | insight.InsightUsesCrawl
          arrows of provenance                  | provenance.ProvenanceUsesCatalog
          arrows of registry                    | registry.RegistryUsesCatalog
          arrows of time                        | time.TimeUsesProvenance
          arrows of verify                      | verify.VerifyUsesRegistry
          arrows of web                         | web.WebUsesApi
          every package has its place           | stray.Stray
          no cycles                             | catalog.CatalogUsesRegistry
          SQL only in catalog                   | web.WebAsksSql
          SQL only in catalog                   | export.ExportUsesPanache
          crawl hands on a data source          | crawl.CrawlAsksSql
          HTTP only in registry                 | verify.VerifyHasAnHttpClient
          HTTP only in registry                 | verify.VerifyOpensAUrl
          sigstore-java only in verify          | crawl.CrawlUsesSigstore
          time only from the Clock              | catalog.ReadsTheTime
          time only from the Clock              | catalog.ReadsTheTimeByReference
          time only from the Clock              | catalog.ReadsTheDate
          time only from the Clock              | catalog.ReadsTheMilliseconds
          time only from the Clock              | catalog.MakesADate
          the system clock only in time and cli | crawl.MakesASystemClock
          standard streams only in cli          | crawl.PrintsALine
          standard streams only in cli          | crawl.PrintsAStackTrace
          constructor injection                 | web.InjectsAField
          configuration by interfaces           | web.UsesConfigProperty
          """)
  void shouldReportThePlantedViolation(String rule, String planted) {
    EvaluationResult result = RULES_FOR_PLANTED.get(rule).evaluate(VIOLATIONS);

    assertThat(result.getFailureReport().toString()).contains(PLANTED + "." + planted);
  }

  /**
   * What the rules allow, beside what they forbid: none may be so wide that it forbids this too.
   */
  @ParameterizedTest
  @MethodSource("rules")
  void shouldNotReportWhatIsAllowed(String name) {
    EvaluationResult result = RULES_FOR_PLANTED.get(name).evaluate(VIOLATIONS);

    assertThat(result.getFailureReport().getDetails()).noneMatch(line -> line.contains(".Allowed"));
  }

  @Test
  void shouldPlantAViolationOfEveryRule() throws NoSuchMethodException {
    String table =
        ArchitectureTest.class
            .getDeclaredMethod("shouldReportThePlantedViolation", String.class, String.class)
            .getAnnotation(CsvSource.class)
            .textBlock();

    var planted = new TreeSet<String>();
    table.lines().forEach(line -> planted.add(line.split("\\|", 2)[0].strip()));

    assertThat(planted).isEqualTo(RULES.keySet());
  }

  @Test
  void shouldDrawEveryPackageInTheArchitecturePage() throws IOException {
    String page = Files.readString(Path.of("docs", "architecture.md"));

    assertThat(ArchitectureRules.packages()).allMatch(name -> page.contains("`" + name + "`"));
  }
}
