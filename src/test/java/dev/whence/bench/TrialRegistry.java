package dev.whence.bench;

import dev.whence.demo.AccessLog;
import dev.whence.demo.DemoServing;
import dev.whence.demo.Edition;
import dev.whence.demo.GeneratedRegistry;
import dev.whence.provenance.PackageName;
import dev.whence.testing.CrawledRecording;
import dev.whence.testing.Recording;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A registry that crawlers are tried on.
 *
 * @param names of all of its packages
 * @param lastSequence of its changes feed; 0 where that is not read
 * @param running what ends it
 */
record TrialRegistry(
    URI url,
    List<String> names,
    long lastSequence,
    Path trustedRoot,
    Path npmKeys,
    Closeable running) {

  /** What the recording calls the registry: the same whichever port it runs on. */
  private static final String RECORDED = "http://recorded.example";

  /**
   * A generated one, in this process.
   *
   * @param work where it is prepared, or was
   * @param files the beginning of the names of all files that belong to this trial alone
   */
  static TrialRegistry generated(Edition edition, DemoServing serving, Path work, String files)
      throws IOException {
    Path logFile = accessLog(work, files);
    Files.deleteIfExists(logFile);
    AccessLog log = AccessLog.open(logFile, Clock.systemUTC());
    GeneratedRegistry registry =
        GeneratedRegistry.start(
            edition, work.resolve("registry-" + edition.packages()), serving.logging(log));
    return new TrialRegistry(
        registry.url(),
        registry.names().stream().map(PackageName::value).toList(),
        registry.lastSequence(),
        Files.write(work.resolve(files + "-trusted_root.json"), registry.trustedRoot()),
        Files.write(work.resolve(files + "-keys.json"), registry.npmKeys()),
        () -> {
          registry.close();
          log.close();
        });
  }

  /**
   * The recorded one, by its own server.
   *
   * @param faults as the server wants them; empty for none
   */
  static TrialRegistry recorded(String faults, long seed, Path log) throws IOException {
    int port = Program.freePort();
    Process server =
        new ProcessBuilder(
                "node",
                Recording.root().resolve("serve.mjs").toString(),
                "--port=" + port,
                "--registry-url=" + RECORDED,
                "--faults=" + faults,
                "--seed=" + seed)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    while (!answers(port)) {
      TrialFailure.unless(server.isAlive(), "the recorded registry ended: see %s", log);
      Program.pause(100);
    }
    return new TrialRegistry(
        URI.create("http://127.0.0.1:" + port),
        CrawledRecording.names().stream().map(PackageName::value).toList(),
        0,
        Recording.root().resolve("trusted_root.json"),
        Recording.root().resolve("keys.json"),
        server::destroy);
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Where a generated one logs. */
  static Path accessLog(Path work, String files) {
    return work.resolve(files + "-access.log");
  }
}
