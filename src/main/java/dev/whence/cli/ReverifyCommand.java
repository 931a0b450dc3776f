package dev.whence.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./whence reverify}: new verdicts from stored bytes, by hand and on all cores. */
@Command(
    name = "reverify",
    description = "Verify again all verdicts of an older verifier or other trust material.",
    footerHeading = "%n",
    footer = {
      "Uses the stored bytes only. Works beside the instance that runs on the data folder, on the",
      "Postgres that WHENCE_DATABASE_URL names, or on the data folder's own. A running instance",
      "does the same by itself, slower. Earlier verdicts stay. Use the same trust options as the",
      "instance; otherwise its trust material and yours differ."
    },
    mixinStandardHelpOptions = true)
final class ReverifyCommand implements Callable<Integer> {

  @Option(
      names = "--all",
      description =
          "Also verdicts of a newer verifier. Use it after going back to earlier trust material.")
  private boolean all;

  @Mixin private final TrustOptions trust = new TrustOptions();
  @Mixin private final DataOptions data = new DataOptions();

  @Override
  public Integer call() {
    return CatalogRun.on(data.folder("whence"))
        .with(trust.config())
        .run(ReverifyRun.class, Boolean.toString(all));
  }
}
