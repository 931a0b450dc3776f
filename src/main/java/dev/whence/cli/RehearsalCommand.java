package dev.whence.cli;

import dev.whence.demo.DemoServing;
import dev.whence.demo.GeneratedRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code ./whence rehearse}: crawls a generated registry into an empty database, asks for some
 * pages and ends. The launcher runs it after a build, while the virtual machine records the loaded
 * classes and the profiles of their methods. Every later start then has the classes loaded and
 * linked, and compiles the crawl's methods without profiling them first.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Crawl a generated registry and end, to make a recording for fast starts.",
    mixinStandardHelpOptions = true)
final class RehearsalCommand implements Callable<Integer> {

  /** Enough for the compilers to find the hot methods. */
  private static final int PACKAGES = 600;

  @Parameters(paramLabel = "DIR", description = "A folder for the data; it is deleted at the end.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    Path data = folder.toAbsolutePath().normalize();
    int port = freePort();
    FileTree.delete(data);
    try {
      return rehearse(data, port);
    } finally {
      FileTree.delete(data);
    }
  }

  private static int rehearse(Path data, int port) {
    DemoFolder generated = DemoFolder.open(data, PACKAGES, Clock.systemUTC());
    try (GeneratedRegistry registry =
        GeneratedRegistry.start(
            generated.edition(), generated.folder().resolve("store"), DemoServing.QUIETLY)) {
      return new ServerRun(ServerOptions.onLoopback(port), () -> EmbeddedDatabase.open(data))
          .with(DemoCommand.config(registry, true))
          .with(generated.trust(registry))
          .with("quarkus.log.level", "ERROR")
          .run(Rehearsal.class, Integer.toString(port));
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
