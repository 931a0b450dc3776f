package dev.whence.catalog.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.testing.Crawls;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an older reader of addresses stored is read again. */
class DeclaredAgainTest {

  private static final String DECLARED =
      """
      SELECT concat_ws(' ', p.name, v.repository_url, r.host, r.owner, r.name)
      FROM version v
      JOIN package p ON p.id = v.package_id
      LEFT JOIN repository r ON r.id = v.declared_repository_id
      ORDER BY p.id
      LIMIT 3
      """;

  private final CatalogDatabase database = new CatalogDatabase();

  private void storePackages(int count) {
    for (int i = 0; i < count; i++) {
      database.writer.store(Crawls.of("p" + i).version("1.0.0").build());
    }
  }

  private void asOlderReaderDid() {
    database.query(
        """
        WITH pseudo AS (
          INSERT INTO repository (host, owner, name) VALUES ('github.com', 'o/r', 'issues')
          ON CONFLICT (host, lower(owner), lower(name), coalesce(forge_repository_id, ''))
            DO UPDATE SET name = EXCLUDED.name
          RETURNING id
        )
        UPDATE version v
        SET declared_repository_id = CASE p.name WHEN 'p0' THEN (SELECT id FROM pseudo) END,
          repository_url = CASE p.name WHEN 'p0' THEN 'https://github.com/o/r/issues'
            WHEN 'p1' THEN 'github:o/r' ELSE 'https://me:secret@gitlab.com/g/s/t.git' END
        FROM package p
        WHERE p.id = v.package_id
        RETURNING v.id
        """);
  }

  @Test
  void shouldReadStoredAddressesAgain() {
    storePackages(3);
    asOlderReaderDid();

    assertThat(database.declared.step()).isFalse();

    assertThat(database.query(DECLARED))
        .containsExactly(
            "p0 https://github.com/o/r/issues github.com o r",
            "p1 github:o/r github.com o r",
            "p2 https://gitlab.com/g/s/t.git gitlab.com g/s t");
  }

  @Test
  void shouldGoOnWhereItWasStoppedAndEnd() {
    storePackages(45);
    asOlderReaderDid();

    assertThat(database.declared.step()).isTrue();
    assertThat(undone()).isEqualTo(25);
    assertThat(new DeclaredAgain(database.sql).step()).isTrue();
    assertThat(undone()).isEqualTo(5);
    assertThat(database.declared.step()).isFalse();
    assertThat(undone()).isZero();

    asOlderReaderDid();
    assertThat(database.declared.step()).isFalse();
    assertThat(undone()).isEqualTo(43);
  }

  @Test
  void shouldChangeNothingThatWasReadRight() {
    storePackages(3);
    List<String> before = database.rows().get("version");

    database.declared.step();

    assertThat(database.rows().get("version")).isEqualTo(before);
  }

  private long undone() {
    return Long.parseLong(
        database
            .query("SELECT count(*) FROM version WHERE repository_url LIKE '%secret%'")
            .getFirst());
  }
}
