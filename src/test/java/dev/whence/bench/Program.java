package dev.whence.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One started {@code ./whence crawl}. The launcher becomes the virtual machine, same pid. */
final class Program implements AutoCloseable {

  private static final Set<Process> STARTED = ConcurrentHashMap.newKeySet();
  private static final long PATIENCE_MILLIS = 1_200_000;

  /** A look is a query, which takes of the time that is measured. */
  private static final long LOOK_MILLIS = 200;

  static {
    // Whoever interrupts the trials leaves nothing running.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> STARTED.forEach(Process::destroy)));
  }

  private final Process process;
  private final Path log;

  private Program(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts one; what it says is added to the log. */
  static Program start(Path home, Map<String, String> settings, List<String> options, Path log) {
    List<String> command =
        new ArrayList<>(
            List.of("./whence", "crawl", "--port", "" + freePort(), "--management-port", "0"));
    command.addAll(options);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(settings);
    try {
      Program program = new Program(builder.start(), log);
      STARTED.add(program.process);
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Usage usage() {
    return Usage.of(process.toHandle());
  }

  /** Seconds that its compiler has used, which is the same work in each virtual machine. */
  double compilerSeconds() {
    return Usage.compilerSeconds(process.toHandle());
  }

  /** As {@code kill -9}: nothing of it runs any more. */
  void kill() {
    process.destroyForcibly();
    ended();
  }

  /** In order, by SIGTERM. */
  @Override
  public void close() {
    process.destroy();
    ended();
  }

  private void ended() {
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("process " + process.pid() + " does not end");
      }
      STARTED.remove(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns when the condition holds; an error when the process ends before, or it takes long. */
  void await(BooleanSupplier condition) {
    await(List.of(this), condition);
  }

  /** The same for several processes. */
  static void await(List<Program> programs, BooleanSupplier condition) {
    long begin = System.nanoTime();
    while (!condition.getAsBoolean()) {
      programs.forEach(Program::requireAlive);
      if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) > PATIENCE_MILLIS) {
        throw new IllegalStateException("the crawl does not come to its end");
      }
      pause(LOOK_MILLIS);
    }
  }

  private void requireAlive() {
    if (!isAlive()) {
      throw new IllegalStateException("a crawler ended by itself:\n" + lastWords());
    }
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
