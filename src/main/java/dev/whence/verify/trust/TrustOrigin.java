package dev.whence.verify.trust;

import java.nio.file.Path;

/**
 * Where trust material comes from, in words.
 *
 * @param full with the whole path of each file, for the operator
 * @param published with the name of each file, for pages and JSON: the folders of a server are
 *     private
 */
public record TrustOrigin(String full, String published) {

  /** An origin without a path. */
  static TrustOrigin of(String words) {
    return new TrustOrigin(words, words);
  }

  static TrustOrigin file(Path file) {
    return new TrustOrigin("the file " + file, "the file " + name(file));
  }

  static TrustOrigin files(Path trustedRoot, Path npmKeys) {
    return new TrustOrigin(
        "the files " + trustedRoot + " and " + npmKeys,
        "the files " + name(trustedRoot) + " and " + name(npmKeys));
  }

  /** Two documents from two origins. */
  static TrustOrigin of(TrustOrigin trustedRoot, TrustOrigin npmKeys) {
    return new TrustOrigin(
        both(trustedRoot.full, npmKeys.full), both(trustedRoot.published, npmKeys.published));
  }

  private static String both(String trustedRoot, String npmKeys) {
    return "the trusted root in " + trustedRoot + ", npm's keys in " + npmKeys;
  }

  /** The name of a file without its folder. */
  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
