package dev.whence.bench;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process has used so far, as Linux counts it in {@code /proc} (proc(5)).
 *
 * @param cpuSeconds in user and system mode, children that have ended included
 * @param peakMegabytes the most that was ever resident, of the process alone
 */
record Usage(double cpuSeconds, double peakMegabytes) {

  /** Linux reports times in hundredths of a second on every machine that we know of. */
  private static final double TICKS = 100;

  private static final int UTIME = 11;
  private static final int CSTIME = 14;
  private static final double KILOBYTES = 1_000;

  static Usage of(ProcessHandle process) {
    return new Usage(cpuSeconds(process), peakMegabytes(process.pid()));
  }

  Usage since(Usage before) {
    return new Usage(cpuSeconds - before.cpuSeconds, peakMegabytes);
  }

  static double cpuSeconds(ProcessHandle process) {
    return cpuSeconds(lines(process.pid(), "stat"));
  }

  /**
   * Seconds that a virtual machine's compiler threads have used: "C1 CompilerThre", "C2
   * CompilerThre".
   */
  static double compilerSeconds(ProcessHandle machine) {
    return threads(machine.pid())
        .map(thread -> lines(thread.resolve("stat")))
        .filter(lines -> !lines.isEmpty() && lines.getFirst().contains(" CompilerThre"))
        .mapToDouble(Usage::cpuSeconds)
        .sum();
  }

  private static double cpuSeconds(List<String> lines) {
    if (lines.isEmpty()) {
      return 0;
    }
    // The name in parentheses may have spaces.
    String behindTheName = lines.getFirst().substring(lines.getFirst().lastIndexOf(')') + 2);
    List<String> fields = Splitter.on(' ').splitToList(behindTheName);
    double ticks = 0;
    for (int i = UTIME; i <= CSTIME; i++) {
      ticks += Long.parseLong(fields.get(i));
    }
    return ticks / TICKS;
  }

  private static double peakMegabytes(long pid) {
    return lines(pid, "status").stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES)
        .findFirst()
        .orElse(0);
  }

  private static Stream<Path> threads(long pid) {
    try (Stream<Path> threads = Files.list(folder(pid).resolve("task"))) {
      return threads.toList().stream();
    } catch (IOException ended) {
      return Stream.empty();
    }
  }

  private static Path folder(long pid) {
    return Path.of("/proc", String.valueOf(pid));
  }

  private static List<String> lines(long pid, String file) {
    return lines(folder(pid).resolve(file));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException ended) {
      return List.of();
    }
  }
}
