package dev.whence.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The data that stands beside the project and is read in place: {@code ../shared}, or the folder
 * that {@code WHENCE_SHARED} names.
 */
public final class Shared {

  private static final Path ROOT =
      Path.of(Optional.ofNullable(System.getenv("WHENCE_SHARED")).orElse("../shared"));

  private Shared() {}

  /** A folder of it. Where it is absent the test is skipped, and fails where {@code CI=true}. */
  public static Path folder(String name) {
    assumeTrue(isPresent(name), () -> "skipped: " + absence(name));
    return ROOT.resolve(name);
  }

  /** Whether a folder is there; an error where it is not and {@code CI=true}. */
  public static boolean isPresent(String name) {
    boolean present = Files.isDirectory(ROOT.resolve(name));
    if (!present && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(absence(name));
    }
    return present;
  }

  private static String absence(String name) {
    return "no folder "
        + ROOT.resolve(name).toAbsolutePath().normalize()
        + "; WHENCE_SHARED names another place";
  }
}
