package dev.whence.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.testing.ReplayRegistry;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A packument whose every text tries to be more than text, served as a registry would. */
final class HostilePackument {

  static final String NAME = "hostile-text";

  /** What a text may try to be; each version of the packument has one of these in every field. */
  static final List<String> TEXTS =
      List.of(
          "{#each}{inject:x}'\"--></title></style></textarea><script>window.pwned=1</script>"
              + "<img src=x onerror=alert(1)><a href=javascript:alert(1) onclick=alert(1)>x</a>",
          "rm\u202Egpj.exe\u202C\u2066\u2069\u200B\u200E\u2060\uFEFF\u00AD\u2028\u3164\uE000",
          "nul\0bel\7esc\33[31m\u0085\uFFFEx",
          "'; DROP TABLE package; -- \\'; SELECT pg_sleep(10) /* %s %% ${x} */",
          "javascript:alert(1)//https://example.org/",
          "data:text/html,<script>alert(1)</script>",
          "https://user:secret@example.org/\r\nSet-Cookie: a=b",
          "../../../etc/passwd?a=b&c=d#e;f/%2e%2e%2f%00",
          "</script><!--" + "long & <b>".repeat(5_000));

  private static final ObjectMapper JSON = new ObjectMapper();

  private HostilePackument() {}

  /** The version with text number {@code i} in its fields and in its own name. */
  static String version(int i) {
    return "2.%d.0-%s".formatted(i, TEXTS.get(i));
  }

  /** Has the registry serve it, with an attestation response that is no better. */
  static void serve(ReplayRegistry registry) {
    registry.answer("/" + NAME, bytes(document()));
    for (int i = 0; i < TEXTS.size(); i++) {
      registry.answer(
          "/-/npm/v1/attestations/" + NAME + "@" + stored(version(i)), bytes(attestations(i)));
    }
  }

  /** As far as the reader keeps it: without NUL, and cut. */
  static String stored(String version) {
    String clean = version.replace("\0", "");
    return clean.substring(0, Math.min(256, clean.length()));
  }

  private static Map<String, Object> document() {
    Map<String, Object> tags = new LinkedHashMap<>();
    Map<String, Object> versions = new LinkedHashMap<>();
    Map<String, Object> times = new LinkedHashMap<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      tags.put("tag " + TEXTS.get(i), version(i));
      versions.put(version(i), facts(TEXTS.get(i)));
      times.put(version(i), "2026-01-0%dT00:00:00Z".formatted(i + 1));
      times.put("0.%d.0-gone-%s".formatted(i, TEXTS.get(i)), "2025-01-01T00:00:00Z");
    }
    tags.put("latest", version(0));
    return Map.of(
        "name", NAME,
        "description", String.join(" ", TEXTS),
        "dist-tags", tags,
        "versions", versions,
        "time", times);
  }

  private static Map<String, Object> facts(String text) {
    return Map.of(
        "repository",
        Map.of("type", text, "url", text, "directory", text),
        "homepage",
        text,
        "license",
        text,
        "deprecated",
        text,
        "gitHead",
        text,
        "scripts",
        Map.of("install", text, text, text),
        "_npmUser",
        Map.of(
            "name",
            text,
            "email",
            text,
            "trustedPublisher",
            Map.of("id", text),
            "approver",
            Map.of("name", text)),
        "dist",
        Map.of(
            "tarball",
            text,
            "integrity",
            text,
            "shasum",
            text,
            "unpackedSize",
            1,
            "signatures",
            List.of(Map.of("keyid", text, "sig", text)),
            "attestations",
            Map.of("url", text, "provenance", Map.of("predicateType", text))));
  }

  private static Map<String, Object> attestations(int i) {
    String text = TEXTS.get(i);
    return Map.of(
        "attestations",
        List.of(
            Map.of(
                "predicateType",
                text,
                "bundle",
                Map.of("mediaType", text, "dsseEnvelope", Map.of("payload", text)))));
  }

  private static byte[] bytes(Object document) {
    try {
      return JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
