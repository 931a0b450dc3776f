package dev.whence.cli;

import com.google.common.base.Throwables;
import dev.whence.crawl.Role;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One run of the server. The database starts first, then the application; they stop in the other
 * order.
 */
final class ServerRun {
  private static final Logger LOG = Logger.getLogger(ServerRun.class);

  private final ServerOptions options;
  private final Supplier<Database> database;
  private final Map<String, String> config = new LinkedHashMap<>();

  /** Runs on the external Postgres if one is named, else on an embedded one in the data folder. */
  ServerRun(ServerOptions options, DataOptions data) {
    this(options, data.folder("whence"));
  }

  /** As above, with a folder chosen by the command. */
  ServerRun(ServerOptions options, Path dataFolder) {
    this(options, () -> database(dataFolder));
  }

  /** Runs on the given Postgres. */
  ServerRun(ServerOptions options, ExternalDatabase database) {
    this(options, () -> database);
  }

  /** Runs on a Postgres that is known only when the run begins. */
  ServerRun(ServerOptions options, Supplier<Database> database) {
    this.options = options;
    this.database = database;
    config.putAll(RequestLimits.WITHOUT_FOREIGN_CHECK);
    config.putAll(options.config());
  }

  private static Database database(Path folder) {
    return ExternalDatabase.fromEnvironment()
        .<Database>map(external -> external)
        .orElseGet(() -> EmbeddedDatabase.open(folder));
  }

  ServerRun with(Map<String, String> more) {
    config.putAll(more);
    return this;
  }

  /** In these roles, whatever the environment says. */
  ServerRun as(Role... roles) {
    return with("whence.roles", Role.words(List.of(roles)));
  }

  /** The command decides the roles. Somebody who names others wrongly expects something else. */
  static void requireKnownRoles(Map<String, String> environment) {
    try {
      Role.parse(environment.getOrDefault("WHENCE_ROLES", ""));
    } catch (IllegalArgumentException e) {
      throw CliException.usage(String.valueOf(e.getMessage()));
    }
  }

  ServerRun with(String key, String value) {
    config.put(key, value);
    return this;
  }

  /** Serves until a signal comes; returns the exit code. */
  int run() {
    return run(ServeRun.class, options.greeting("open %s"));
  }

  /** Runs {@code main} inside the started application; returns the exit code. */
  int run(Class<? extends QuarkusApplication> main, String... arguments) {
    requireKnownRoles(System.getenv());
    requireFreePort();
    try (Shutdown guard = Shutdown.guard();
        Database postgres = database.get()) {
      config.putAll(postgres.connection().config());
      config.forEach(System::setProperty);
      loadApplication();
      postgres.awaitReady();
      var exitCode = new AtomicInteger();
      var failure = new AtomicReference<@Nullable Throwable>();
      Quarkus.run(
          main,
          (code, cause) -> {
            exitCode.set(code);
            failure.set(cause);
          },
          arguments);
      explain(failure.get());
      return exitCode.get();
    }
  }

  /** The last line says what is wrong; the log above it has the whole story. */
  private static void explain(@Nullable Throwable failure) {
    if (failure != null) {
      LOG.error("The application ended with an error", failure);
      throw CliException.failure(reason(failure));
    }
  }

  /** Our own message if there is one, else the message of the first cause. */
  private static String reason(Throwable failure) {
    return Throwables.getCausalChain(failure).stream()
        .filter(ServerRun::isOurs)
        .map(Throwable::getMessage)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> Throwables.getRootCause(failure).toString());
  }

  private static boolean isOurs(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("dev.whence.");
  }

  /** While Postgres starts, the application does what it can do without its database. */
  private static void loadApplication() {
    try {
      Class.forName("io.quarkus.runner.ApplicationImpl");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("not a Quarkus build", e);
    }
  }

  private void requireFreePort() {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(options.host(), options.port()));
    } catch (IOException e) {
      throw CliException.failure(
          "cannot listen on %s port %d: %s. Choose another with --port."
              .formatted(options.host(), options.port(), e.getMessage()));
    }
    if (!ManagementPort.isFree(options.managementPort())) {
      throw CliException.failure(
          "cannot listen on 127.0.0.1 port %d for health and metrics. Choose another with"
                  .formatted(options.managementPort())
              + " --management-port, or any free one with --management-port 0.");
    }
  }
}
