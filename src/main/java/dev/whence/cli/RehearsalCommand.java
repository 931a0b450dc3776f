package dev.whence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code ./whence rehearse}: starts everything once on an empty database, asks for some pages and
 * ends. The launcher runs it after a build, while the virtual machine records what a start needs,
 * so that every later start finds its classes loaded and linked.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Start once and end, to record what makes later starts fast.",
    mixinStandardHelpOptions = true)
final class RehearsalCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A folder for the data; it is deleted again.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    Path data = folder.toAbsolutePath().normalize();
    int port = freePort();
    FileTree.delete(data);
    try {
      return new ServerRun(ServerOptions.onLoopback(port), () -> EmbeddedDatabase.open(data))
          .with("whence.roles", "web")
          .with("whence.crawl.enabled", "false")
          .with("whence.trust.offline", "true")
          .with("quarkus.log.level", "ERROR")
          .run(Rehearsal.class, Integer.toString(port));
    } finally {
      FileTree.delete(data);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
