package dev.whence.web.repository;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.whence.catalog.CrawlWriter;
import dev.whence.provenance.SourceRepository;
import dev.whence.testing.Attestations;
import dev.whence.testing.Crawls;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
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
        .body("html.body.main.div.h1", equalTo("group/workflow/sub/project"))
        .body(
            containsString(
                ">1 version</a> of <a href=\"/packages?repository=gitlab.com/group/workflow"))
        .body(containsString(" states that it was built"))
        .body(containsString("/package/built-in-a-group/v/1.0.0"));
  }

  @Test
  void shouldShowItsWorkflow() {
    given()
        .get("/repository/gitlab.com/group/workflow/sub/project/workflow/" + Attestations.WORKFLOW)
        .then()
        .statusCode(200)
        .body("html.body.main.div.h1", equalTo(Attestations.WORKFLOW))
        .body(containsString("built-in-a-group@1.0.0"));
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
        .body(containsString("the forge gives all of them the number"));
    given()
        .get("/repository/github.com/is/now")
        .then()
        .body(containsString("href=\"/repository/github.com/was/before\">was/before</a>"));
    given()
        .get("/api/v1/repositories/github.com/is/now")
        .then()
        .body("otherNames[0].repository.name", equalTo("before"));
    given()
        .get("/repository/gitlab.com/group/workflow/sub/project")
        .then()
        .body(not(containsString("known as")));
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
  void shouldAnswerNonsenseWithTheFirstPageInTheUsualOrder() {
    given()
        .get("/repositories?sort=nonsense;DROP TABLE package&page=-1")
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
