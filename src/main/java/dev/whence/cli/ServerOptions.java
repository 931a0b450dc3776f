package dev.whence.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that listens on a port. */
final class ServerOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port to listen on (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on (default: ${DEFAULT-VALUE}; 0.0.0.0 lets other machines in).")
  private String host;

  @Option(
      names = "--management-port",
      paramLabel = "PORT",
      description =
          "Port for health and metrics, on this machine only; 0 for any free one (default: "
              + ManagementPort.USUAL
              + ", or any free one where that is taken).")
  private @Nullable Integer managementPort;

  @Option(names = "--json-logs", description = "Write the log as JSON, one object per line.")
  private boolean jsonLogs;

  /** For a run that only this machine sees. */
  static ServerOptions onLoopback(int port) {
    var options = new ServerOptions();
    options.port = port;
    options.host = "127.0.0.1";
    options.managementPort = 0;
    return options;
  }

  /** The configuration that these options stand for. */
  Map<String, String> config() {
    if (port < 1 || port > 65_535) {
      throw CliException.usage("--port must be between 1 and 65535, not " + port);
    }
    var config = new LinkedHashMap<String, String>();
    config.put("quarkus.http.port", Integer.toString(port));
    config.put("quarkus.http.host", host);
    config.put("quarkus.management.port", Integer.toString(managementPort()));
    if (jsonLogs) {
      config.put("quarkus.log.console.json.enabled", "true");
    }
    return config;
  }

  /** The port for operators. Once a free one was chosen, it does not change any more. */
  int managementPort() {
    managementPort = ManagementPort.choose(managementPort, port);
    return managementPort;
  }

  int port() {
    return port;
  }

  String host() {
    return host;
  }

  /**
   * The text for a person at a terminal when the port is open. A log collector gets none.
   *
   * @param text with {@code %s} for the address
   */
  String[] greeting(String text) {
    return jsonLogs
        ? new String[0]
        : new String[] {
          "Whence: " + text.formatted(url()),
          "Whence: health and metrics are below http://127.0.0.1:" + managementPort() + "/q/"
        };
  }

  /** The address on this machine. */
  private String url() {
    String shown = host.equals("127.0.0.1") || host.equals("0.0.0.0") ? "localhost" : host;
    return "http://" + shown + ":" + port + "/";
  }
}
