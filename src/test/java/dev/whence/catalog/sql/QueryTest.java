package dev.whence.catalog.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.whence.catalog.CrawlStatus;
import dev.whence.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryTest {

  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = TestPostgres.fresh().dataSource().getConnection();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private Query query(String text) {
    return Query.of(connection, text);
  }

  private static @Nullable String shown(Query query) throws SQLException {
    return query.first(row -> String.valueOf(row.optionalText("shown"))).orElseThrow();
  }

  @Test
  void shouldBindByNameWhateverTheOrder() throws SQLException {
    assertThat(
            shown(
                query("SELECT :first::text || :second::text || :first::text AS shown")
                    .with("second", "2")
                    .with("first", "1")))
        .isEqualTo("121");
  }

  @Test
  void shouldBindEveryKindOfValue() throws SQLException {
    assertThat(
            shown(
                query(
                        """
                        SELECT concat_ws(' ', :text::text, :constant::text, :number::bigint,
                          :flag::boolean, encode(:bytes, 'hex'), array_to_string(:texts::text[], '+'),
                          (:time::timestamptz AT TIME ZONE 'UTC')::date) AS shown
                        """)
                    .with("text", "a")
                    .with("constant", CrawlStatus.CRAWLED)
                    .with("number", 7)
                    .with("flag", true)
                    .with("bytes", new byte[] {1, (byte) 0xff})
                    .with("texts", List.of("b", "c"))
                    .with("time", Instant.parse("2026-01-02T00:00:00Z"))))
        .isEqualTo("a CRAWLED 7 t 01ff b+c 2026-01-02");
  }

  @Test
  void shouldBindWhatIsAbsent() throws SQLException {
    assertThat(
            shown(
                query(
                        """
                        SELECT concat(:text::text, :constant::text, :number::bigint, :bytes::bytea,
                          :time::timestamptz) AS shown
                        """)
                    .with("text", (String) null)
                    .with("constant", (CrawlStatus) null)
                    .with("number", (Long) null)
                    .with("bytes", (byte[]) null)
                    .with("time", (Instant) null)))
        .isEmpty();
  }

  @Test
  void shouldBindABatchAmongOtherParameters() throws SQLException {
    Batch<Integer> batch =
        Batch.of(List.of(1, 2, 3)).number("n", n -> n).text("word", n -> "w" + n);

    assertThat(
            query(batch.into("SELECT t.word || :tail::text AS word FROM {rows} WHERE t.n >= :n"))
                .with("n", 2)
                .with(batch)
                .with("tail", "!")
                .list(row -> row.text("word")))
        .containsExactly("w2!", "w3!");
    assertThat(
            query(batch.into("SELECT (SELECT max(n) FROM {rows}) - min(t.n) AS n FROM {rows}"))
                .with(batch)
                .first(row -> row.number("n")))
        .contains(2L);
  }

  @Test
  void shouldAskForAKeyOfJson() throws SQLException {
    assertThat(
            query(
                    "SELECT '{\"a\": 1}'::jsonb ?? :key AND '{\"b\": 1}'::jsonb ??| ARRAY['b'] AS has")
                .with("key", "a")
                .first(row -> row.flag("has")))
        .contains(true);
  }

  @Test
  void shouldRefuseANameWithoutAValue() {
    Query query = query("SELECT :one, :two").with("one", 1);

    assertThatIllegalStateException()
        .isThrownBy(query::update)
        .withMessageStartingWith("two has no value");
  }

  @Test
  void shouldRefuseAValueWithoutItsName() {
    Query query = query("SELECT :one").with("one", 1).with("two", 2);

    assertThatIllegalStateException()
        .isThrownBy(query::update)
        .withMessageStartingWith("two is not in the text");
  }

  @Test
  void shouldRefuseASecondValue() {
    Query query = query("SELECT :one").with("one", 1);

    assertThatIllegalStateException()
        .isThrownBy(() -> query.with("one", 2))
        .withMessageStartingWith("one has two values");
  }
}
