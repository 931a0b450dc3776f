package dev.whence.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.Map;

/** Gives every {@code @QuarkusTest} one fresh database of {@link TestPostgres}. */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

  /** Where Quarkus finds the resource, for all tests alike: they share one start. */
  @WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
  static final class Everywhere {
    private Everywhere() {}
  }

  @Override
  public Map<String, String> start() {
    // As every command that serves does, before the application starts.
    System.setProperty("vertx.disableURIValidation", "true");
    TestPostgres.Database database = TestPostgres.fresh();
    return Map.of(
        "quarkus.datasource.jdbc.url", database.url(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password());
  }

  @Override
  public void stop() {
    // The server ends with the process, and the database with it.
  }
}
