package dev.whence.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The machine's own Chromium, started once for all tests of a JVM; nothing is downloaded.
 *
 * <p>Where there is none, tests are skipped on a developer's machine and fail in CI ({@code
 * CI=true}), which must not pass by testing less.
 */
public final class Chromium {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** Containers and CI run as root and without a graphics card; a test asks nobody for updates. */
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private Chromium() {}

  /** The running browser; skips the test where there is none. */
  public static Browser browser() {
    Optional<Path> executable = executable();
    if (executable.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("no Chromium on the PATH, and CI must not skip browser tests");
    }
    assumeTrue(
        executable.isPresent(),
        "skipped: no Chromium on the PATH (Debian: apt-get install chromium)");
    return Started.BROWSER;
  }

  private static Optional<Path> executable() {
    return List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Started when first asked for. */
  private static final class Started {

    private static final Browser BROWSER = start();

    private static Browser start() {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      return playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(executable().orElseThrow())
                  .setArgs(FLAGS));
    }
  }
}
