package dev.whence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** The port for operators: health and metrics, on the loopback interface. */
final class ManagementPort {

  /** Quarkus' own default. */
  static final int USUAL = 9_000;

  private ManagementPort() {}

  /**
   * The port to use.
   *
   * @param asked the port of the command line, 0 for any free one. If it names none: the default
   *     port, or any free one if that is taken, because a port that nobody chose must not stop a
   *     start
   * @param pages the port of the pages, which cannot be this one
   */
  static int choose(@Nullable Integer asked, int pages) {
    if (asked == null) {
      return pages != USUAL && isFree(USUAL) ? USUAL : anyFree();
    }
    if (asked < 0 || asked > 65_535) {
      throw CliException.usage("--management-port must be between 0 and 65535, not " + asked);
    }
    if (asked == pages) {
      throw CliException.usage("--management-port must be another than --port");
    }
    return asked == 0 ? anyFree() : asked;
  }

  /** Whether no other program uses the port. */
  static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static int anyFree() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
