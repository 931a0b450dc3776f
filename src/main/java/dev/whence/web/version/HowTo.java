package dev.whence.web.version;

import dev.whence.catalog.read.VersionDetail;
import dev.whence.provenance.Integrity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command with which readers can check something themselves.
 *
 * @param what it shows
 */
public record HowTo(String what, String command) {

  /** Values are put into commands only if a shell reads them as plain words. */
  private static final String PLAIN = "[A-Za-z0-9@/._+=-]+";

  static List<HowTo> check(VersionDetail version) {
    String spec = version.packageName() + "@" + version.summary().version();
    List<HowTo> steps = new ArrayList<>();
    if (!spec.matches(PLAIN)) {
      return steps;
    }
    @Nullable String integrity = version.integrity();
    int digests = integrity == null ? 0 : Integrity.parse(integrity).of("sha512").size();
    if (version.summary().removedAt() == null) {
      file(steps, spec, digests);
    }
    if (version.response() != null) {
      boolean isNamed = integrity != null && digests > 0 && integrity.matches(PLAIN);
      steps.add(
          new HowTo(
              "Repeat every check offline, with the attestations.json that you download below.",
              "./whence verify --package "
                  + spec
                  + (isNamed ? " --integrity " + integrity : "")
                  + " attestations.json"));
      steps.add(
          new HowTo(
              "In a project, npm checks the signatures and attestations of what is installed.",
              "npm audit signatures"));
    }
    return steps;
  }

  /**
   * Adds how to get the file and compare it.
   *
   * @param digests the number of sha512 digests that the registry states
   */
  private static void file(List<HowTo> steps, String spec, int digests) {
    steps.add(new HowTo("Download the file from npm.", "npm pack " + spec));
    if (digests > 0) {
      steps.add(
          new HowTo(
              "Its sha512 in base64 must equal "
                  + (digests == 1 ? "the one" : "one of those")
                  + " after “sha512-” in the integrity above.",
              "openssl dgst -sha512 -binary *.tgz | openssl base64 -A"));
    }
  }
}
