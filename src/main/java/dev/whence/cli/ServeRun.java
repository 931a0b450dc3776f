package dev.whence.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/**
 * What the main thread does while the application serves: it prints the address, and waits for the
 * end.
 */
public final class ServeRun implements QuarkusApplication {

  /** Runs when the port is open, so the printed address answers. */
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
