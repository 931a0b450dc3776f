package dev.whence.web.version;

import dev.whence.catalog.VersionDetail;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that lets a reader check for themselves.
 *
 * @param what it shows
 */
public record HowTo(String what, String command) {

  /** Values go into commands only where a shell would read them as plain words. */
  private static final String PLAIN = "[A-Za-z0-9@/._+=-]+";

  static List<HowTo> check(VersionDetail version) {
    String spec = version.packageName() + "@" + version.summary().version();
    List<HowTo> steps = new ArrayList<>();
    if (!spec.matches(PLAIN)) {
      return steps;
    }
    if (version.summary().removedAt() == null) {
      steps.add(new HowTo("Fetch the file that the registry serves.", "npm pack " + spec));
      steps.add(
          new HowTo(
              "Its sha512 in base64 must equal the integrity above, behind “sha512-”.",
              "openssl dgst -sha512 -binary *.tgz | openssl base64 -A"));
    }
    if (version.response() != null) {
      String integrity = version.integrity();
      steps.add(
          new HowTo(
              "Repeat every check offline, on the bundle downloaded below.",
              "./whence verify --package "
                  + spec
                  + (integrity != null && integrity.matches(PLAIN)
                      ? " --integrity " + integrity
                      : "")
                  + " attestations.json"));
      steps.add(
          new HowTo(
              "Let npm check signatures and attestations of what a project has installed.",
              "npm audit signatures"));
    }
    return steps;
  }
}
