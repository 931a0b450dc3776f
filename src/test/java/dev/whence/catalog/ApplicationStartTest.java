package dev.whence.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApplicationStartTest {

  @Inject DataSource dataSource;

  @Test
  void shouldStartOnAMigratedDatabase() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        ResultSet rows =
            connection.createStatement().executeQuery("SELECT count(*) FROM package")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getLong(1)).isGreaterThanOrEqualTo(0);
    }
  }
}
