package dev.whence.bench;

import com.sun.management.ThreadMXBean;
import dev.whence.verify.AttestationVerifier;
import dev.whence.verify.BatchVerifier;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Times one contender over one workload. {@code bench/verify} starts it. */
final class VerifyBench {

  private static final int MEMORY_STEP = 25_000;

  private record Done(long bundles, long allocated) {
    Done plus(Done other) {
      return new Done(bundles + other.bundles, allocated + other.allocated);
    }
  }

  private final Workload workload;
  private final Contender contender;
  private final int threads;

  private VerifyBench(Workload workload, Contender contender, int threads) {
    this.workload = workload;
    this.contender = contender;
    this.threads = threads;
  }

  /**
   * Arguments: {@code time FOLDER CONTENDER THREADS SECONDS ROUNDS} prints bundles per second and
   * bytes allocated per bundle, a line each round; {@code memory FOLDER BUNDLES} prints how many
   * bundles Whence has verified and the heap that is in use then, after a collection.
   */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    Workload workload = Workload.read(Path.of(arguments[1]));
    if (arguments[0].equals("memory")) {
      memory(workload, Integer.parseInt(arguments[2]));
      return;
    }
    int threads = Integer.parseInt(arguments[3]);
    long nanos = Long.parseLong(arguments[4]) * 1_000_000_000L;
    int rounds = Integer.parseInt(arguments[5]);
    if (arguments[2].equals("whence-batch")) {
      for (int round = 0; round < rounds; round++) {
        batch(workload, threads, nanos);
      }
      return;
    }
    VerifyBench bench = new VerifyBench(workload, Contender.named(arguments[2], workload), threads);
    for (int round = 0; round < rounds; round++) {
      bench.round(nanos);
    }
  }

  /** Whence's own way to use several cores. */
  private static void batch(Workload workload, int threads, long nanos) {
    BatchVerifier verifier = new BatchVerifier(new AttestationVerifier(workload.trust()), threads);
    long start = System.nanoTime();
    long bundles =
        verifier
            .verify(
                Stream.iterate(0, _ -> System.nanoTime() < start + nanos, number -> number + 1)
                    .map(number -> workload.cases().get(number % workload.cases().size()))
                    .map(one -> new BatchVerifier.Request<>(one, one.response(), one.expected())))
            .peek(result -> Contender.requireVerified(result.result()))
            .mapToLong(result -> result.subject().bundles())
            .sum();
    System.out.printf(Locale.ROOT, "%.1f 0%n", bundles / ((System.nanoTime() - start) / 1e9));
  }

  private void round(long nanos) throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    Done sum = new Done(0, 0);
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<Done>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread;
        running.add(executor.submit(() -> run(first, start + nanos)));
      }
      for (Future<Done> one : running) {
        sum = sum.plus(one.get());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT, "%.1f %d%n", sum.bundles / seconds, sum.allocated / Math.max(1, sum.bundles));
  }

  private Done run(int first, long end) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    long bundles = 0;
    int size = workload.cases().size();
    for (int at = first; System.nanoTime() < end; at += threads) {
      Workload.Case one = workload.cases().get(at % size);
      contender.verify(one);
      bundles += one.bundles();
    }
    return new Done(bundles, thread.getCurrentThreadAllocatedBytes() - before);
  }

  private static void memory(Workload workload, int bundles) {
    Contender whence = Contender.whence(workload);
    int next = 0;
    int done = 0;
    while (done <= bundles) {
      Workload.Case one = workload.cases().get(next++ % workload.cases().size());
      whence.verify(one);
      if (done / MEMORY_STEP != (done + one.bundles()) / MEMORY_STEP) {
        System.gc();
        System.out.printf(
            Locale.ROOT,
            "%d %.1f%n",
            done + one.bundles(),
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6);
      }
      done += one.bundles();
    }
  }
}
