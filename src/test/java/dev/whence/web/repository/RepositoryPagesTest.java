package dev.whence.web.repository;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.whence.catalog.write.CrawlWriter;
import dev.whence.provenance.SourceRepository;
import dev.whence.testing.Attestations;
import dev.whence.testing.Crawls;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepositoryPagesTest {

  private static final SourceRepository GROUPED =
      SourceRepository.named("gitlab.com", "group/workflow/sub", "project");

  @Inject CrawlWriter writer;

  @BeforeEach
  void store() {
    writer.store(Crawls.of("built-in-a-group").builtFrom(GROUPED).attested("1.0.0").build());
  }

  @Test
  void shouldShowARepositoryInNestedGroups() {
    given()
        .get("/repository/gitlab.com/group/workflow/sub/project")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("<h1>group/<wbr>workflow/<wbr>sub/<wbr>project</h1>"))
        .body(
            containsString(
                ">1 version</a> of <a href=\"/packages?repository=gitlab.com/group/workflow"))
        .body(containsString(" was built here, by "))
        .body(containsString("/package/built-in-a-group/v/1.0.0"));
  }

  @Test
  void shouldShowItsWorkflow() {
    given()
        .get("/repository/gitlab.com/group/workflow/sub/project/workflow/" + Attestations.WORKFLOW)
        .then()
        .statusCode(200)
        .body(containsString("<h1>" + Attestations.WORKFLOW.replace("/", "/<wbr>") + "<wbr></h1>"))
        .body(containsString("built-in-a-group<wbr><span class=\"version\">@1.0.0</span>"));
  }

  /** The signing times of both are the same day's: which name is later is told by time alone. */
  @Test
  void shouldShowTheNamesThatARepositoryHadAndHas() {
    SourceRepository old = new SourceRepository("github.com", "was", "before", "4711", "12");
    SourceRepository now = new SourceRepository("github.com", "is", "now", "4711", "12");
    writer.store(Crawls.of("renamed-package").builtFrom(old).attested("1.0.0").build());
    writer.store(
        Crawls.of("renamed-package")
            .at(Crawls.FIRST.plus(Duration.ofDays(1)))
            .builtFrom(old)
            .version("1.0.0")
            .builtFrom(now)
            .attested("2.0.0")
            .build());

    given()
        .get("/repository/github.com/was/before")
        .then()
        .body(containsString("href=\"/repository/github.com/is/now\">is/now</a>"))
        .body(containsString("Now <a href=\"/repository/github.com/is/now\">is/now"));
    given()
        .get("/repository/github.com/is/now")
        .then()
        .body(containsString("Formerly"))
        .body(containsString("href=\"/repository/github.com/was/before\">was/before</a>"));
    given()
        .get("/api/v1/repositories/github.com/is/now")
        .then()
        .body("otherNames[0].repository.name", equalTo("before"));
    given()
        .get("/repository/gitlab.com/group/workflow/sub/project")
        .then()
        .body(not(containsString("Formerly")));
  }

  @Test
  void shouldGiveEachOfTwoRepositoriesWithOneNameItsOwnPage() {
    SourceRepository first = new SourceRepository("github.com", "taken", "name", "5001", "12");
    SourceRepository second = new SourceRepository("github.com", "taken", "name", "5002", "13");
    writer.store(Crawls.of("by-the-first").builtFrom(first).attested("1.0.0").build());
    writer.store(Crawls.of("by-the-second").builtFrom(second).attested("1.0.0").build());

    given()
        .get("/repository/github.com/taken/name")
        .then()
        .statusCode(200)
        .body(containsString(">1 version</a> of <a"))
        .body(containsString("by-the-second"))
        .body(containsString("href=\"/repository-id/github.com/5001\">id 5001</a>"));
    given()
        .get("/repository-id/github.com/5001")
        .then()
        .statusCode(200)
        .body(containsString("by-the-first"))
        .body(not(containsString("by-the-second")))
        .body(containsString("belongs to another repository now"))
        .body(containsString("href=\"/versions?repository=github.com/5001\""))
        .body(not(containsString("href=\"https://github.com/taken/name\"")));
    given()
        .get("/package/by-the-first/v/1.0.0")
        .then()
        .body(containsString("href=\"/repository-id/github.com/5001\""));
    given()
        .get("/repository-id/github.com/5001/workflow/" + Attestations.WORKFLOW)
        .then()
        .statusCode(200)
        .body(containsString("by-the-first<wbr><span class=\"version\">@1.0.0</span>"));
    given().get("/repository-id/github.com/4").then().statusCode(404);
  }

  @Test
  void shouldTellTwoRepositoriesWithOneNameApartInJsonAndInLists() {
    SourceRepository first = new SourceRepository("github.com", "taken", "too", "6001", "12");
    SourceRepository second = new SourceRepository("github.com", "taken", "too", "6002", "13");
    writer.store(Crawls.of("json-first").builtFrom(first).attested("1.0.0").build());
    writer.store(Crawls.of("json-second").builtFrom(second).attested("1.0.0").build());

    given()
        .get("/api/v1/repositories/github.com/taken/too")
        .then()
        .body("repository.repositoryId", equalTo("6002"))
        .body("packages[0].name", equalTo("json-second"))
        .body("otherHolders[0].repository.repositoryId", equalTo("6001"))
        .body("otherHolders[0].repository.namePassedOn", equalTo(true))
        .body(
            "otherHolders[0].repository.links.self",
            equalTo("/api/v1/repository-id/github.com/6001"));
    given()
        .get("/api/v1/repository-id/github.com/6001")
        .then()
        .body("packages[0].name", equalTo("json-first"));
    given()
        .get("/api/v1/repository-id/github.com/6001/-/workflows/" + Attestations.WORKFLOW)
        .then()
        .body("packages[0].name", equalTo("json-first"));
    for (String field :
        List.of(
            "repository=github.com/6001", "workflow=github.com/6001/-/" + Attestations.WORKFLOW)) {
      given()
          .get("/api/v1/versions?" + field)
          .then()
          .body("total", equalTo(1))
          .body("items[0].packageName", equalTo("json-first"));
      given()
          .get("/api/v1/packages?" + field)
          .then()
          .body("items.name", equalTo(List.of("json-first")));
    }
    given()
        .get("/api/v1/versions?repository=github.com/taken/too")
        .then()
        .body("items.packageName", equalTo(List.of("json-second")));
    given()
        .get("/repositories?q=taken/too")
        .then()
        .body(containsString("/repository-id/github.com/6001"))
        .body(containsString("had this name before, id 6001"));
  }

  @Test
  void shouldIgnoreCaseAsForgesDo() {
    given().get("/repository/GitLab.com/Group/Workflow/Sub/Project").then().statusCode(200);
  }

  @Test
  void shouldSayThatARepositoryIsNotKnown() {
    given()
        .get("/repository/github.com/nobody/nothing")
        .then()
        .statusCode(404)
        .contentType("text/html")
        .body("html.body.main.h1", equalTo("Repository not known here"));
  }

  @Test
  void shouldRefuseNonsenseAndSortInTheUsualOrderOtherwise() {
    given().get("/repositories?sort=nonsense%27--").then().statusCode(400);
    given()
        .get("/repositories?sort=")
        .then()
        .statusCode(200)
        .body(containsString("aria-sort=\"descending\"><a class=\"sort\" href=\"/repositories\""));
  }

  @Test
  void shouldSortByName() {
    given()
        .get("/repositories?sort=name")
        .then()
        .statusCode(200)
        .body(containsString("aria-sort=\"ascending\""))
        .body(not(containsString("aria-sort=\"descending\"")));
  }
}
