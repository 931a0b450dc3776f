package dev.whence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** The port that answers operators: health and metrics, on the loopback interface. */
final class ManagementPort {

  /** Quarkus' own default. */
  static final int USUAL = 9_000;

  private ManagementPort() {}

  /**
   * The port to use.
   *
   * @param asked what the command line says, 0 for any free one; the usual one where it says
   *     nothing, or any free one where that is taken: nobody has asked for it, so it stops no start
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

  /** Whether this machine's programs leave it to us. */
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
