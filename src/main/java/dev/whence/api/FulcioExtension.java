package dev.whence.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names for the extensions of Fulcio's certificates, after Fulcio's oid-info.md. */
final class FulcioExtension {

  private static final String ARC = "1.3.6.1.4.1.57264.1.";

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "issuer"),
          Map.entry(2, "github-workflow-trigger"),
          Map.entry(3, "github-workflow-sha"),
          Map.entry(4, "github-workflow-name"),
          Map.entry(5, "github-workflow-repository"),
          Map.entry(6, "github-workflow-ref"),
          Map.entry(8, "issuer-v2"),
          Map.entry(9, "build-signer-uri"),
          Map.entry(10, "build-signer-digest"),
          Map.entry(11, "runner-environment"),
          Map.entry(12, "source-repository-uri"),
          Map.entry(13, "source-repository-digest"),
          Map.entry(14, "source-repository-ref"),
          Map.entry(15, "source-repository-identifier"),
          Map.entry(16, "source-repository-owner-uri"),
          Map.entry(17, "source-repository-owner-identifier"),
          Map.entry(18, "build-config-uri"),
          Map.entry(19, "build-config-digest"),
          Map.entry(20, "build-trigger"),
          Map.entry(21, "run-invocation-uri"),
          Map.entry(22, "source-repository-visibility-at-signing"),
          Map.entry(23, "deployment-environment"),
          Map.entry(24, "token-subject"));

  private FulcioExtension() {}

  static String oid(int number) {
    return ARC + number;
  }

  static @Nullable String name(int number) {
    return NAMES.get(number);
  }
}
