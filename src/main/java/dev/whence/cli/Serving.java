package dev.whence.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** What the main thread does while the application serves: it greets, and waits for the end. */
public final class Serving implements QuarkusApplication {

  /** Runs once the port is open: whoever follows the address in the greeting gets an answer. */
  @Override
  public int run(String... greeting) {
    for (String line : greeting) {
      System.out.println(line);
    }
    System.out.flush();
    Quarkus.waitForExit();
    return 0;
  }
}
