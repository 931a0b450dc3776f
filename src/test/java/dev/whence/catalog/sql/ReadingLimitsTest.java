package dev.whence.catalog.sql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.catalog.CatalogException;
import dev.whence.catalog.state.SettingRepository;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a page asks of Postgres ends, and changes nothing. */
@QuarkusTest
class ReadingLimitsTest {

  @Inject AgroalDataSource database;
  @Inject Sql sql;
  @Inject EntityManager entities;
  @Inject SettingRepository settings;

  @Test
  void shouldEndAQueryThatTakesTooLongAndSayWhenToTryAgain() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE package IN ACCESS EXCLUSIVE MODE");

      CompletableFuture<Response> page = ask("/package/a-package");
      CompletableFuture<Response> json = ask("/api/v1/packages/a-package");

      page.join()
          .then()
          .statusCode(503)
          .contentType("text/html")
          .header("Retry-After", "10")
          .header("Cache-Control", "no-store");
      json.join()
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", "10");
      assertThat(json.join().path("type").toString()).isEqualTo("urn:whence:problem:busy");
      assertThat(waiting(statement)).isZero();
      connection.rollback();
      connection.setAutoCommit(true);
    }
    given().get("/package/a-package").then().statusCode(404);
  }

  private static CompletableFuture<Response> ask(String path) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return CompletableFuture.supplyAsync(
        () -> {
          // The pool's threads do not have the application's class loader by themselves.
          Thread.currentThread().setContextClassLoader(loader);
          return given().get(path);
        });
  }

  /** Statements of others that Postgres still works on. */
  private static int waiting(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND state = 'active' AND wait_event_type = 'Lock'
            """)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void shouldLimitWhatPagesReadAndNothingElse() {
    assertThat(sql.read(ReadingLimitsTest::timeout)).isEqualTo("10s");
    assertThat(sql.readAtLength(ReadingLimitsTest::timeout)).isEqualTo("0");
    assertThat(sql.snapshot(ReadingLimitsTest::timeout)).isEqualTo("0");
    assertThat(sql.write(ReadingLimitsTest::timeout)).isEqualTo("0");
  }

  @Test
  void shouldChangeNothingOnAConnectionOfPages() {
    assertThatThrownBy(
            () -> sql.read(connection -> Query.of(connection, "DELETE FROM setting").update()))
        .hasMessageContaining("read-only transaction");
  }

  @Test
  void shouldLimitWhatPanacheReadsToo() {
    assertThat(
            PageReads.read(
                () ->
                    entities
                        .createNativeQuery(
                            "SELECT current_setting('statement_timeout') || ' '"
                                + " || current_setting('transaction_read_only')",
                            String.class)
                        .getSingleResult()))
        .isEqualTo("10s on");
    assertThatThrownBy(() -> PageReads.read(settings::deleteAll))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("read-only transaction");
  }

  @Test
  void shouldEndWhatPanacheReadsForAPageWhenItTakesTooLong() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE job IN ACCESS EXCLUSIVE MODE");

      CompletableFuture<Response> page = ask("/status");
      CompletableFuture<Response> json = ask("/api/v1/status");

      page.join().then().statusCode(503).header("Retry-After", "10");
      json.join().then().statusCode(503).header("Retry-After", "10");
      assertThat(waiting(statement)).isZero();
      connection.rollback();
      connection.setAutoCommit(true);
    }
    given().get("/status").then().statusCode(200);
  }

  private static String timeout(Connection connection) throws SQLException {
    return Query.of(connection, "SELECT current_setting('statement_timeout') AS timeout")
        .first(row -> row.text("timeout"))
        .orElseThrow();
  }
}
