package dev.whence.registry;

import static dev.whence.registry.PackumentReader.LONG_TEXT;
import static dev.whence.registry.PackumentReader.SHORT_TEXT;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.RegistrySignature;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one member of a packument's {@code versions}. */
final class VersionReader {

  private static final Set<String> INSTALL_SCRIPTS = Set.of("preinstall", "install", "postinstall");
  private static final int MAX_SIGNATURES = 10;

  private final Map<String, String> texts = new HashMap<>();
  private final List<RegistrySignature> signatures = new ArrayList<>();
  private @Nullable Long unpackedSize;
  private boolean hasInstallScript;

  void read(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "homepage", "gitHead", "deprecated" -> keep(field, Json.text(parser, LONG_TEXT));
        case "repository" -> textOr(parser, "repository.url", "url", "directory");
        case "license" -> textOr(parser, "license.type", "type");
        case "scripts" ->
            Json.eachText(
                parser, SHORT_TEXT, (key, _) -> hasInstallScript |= INSTALL_SCRIPTS.contains(key));
        case "_npmUser" -> readUser(parser);
        case "dist" -> readDist(parser);
        default -> parser.skipChildren();
      }
    }
  }

  PackumentVersion version(String version, @Nullable Instant publishedAt) {
    @Nullable String deprecated = texts.get("deprecated");
    return new PackumentVersion(
        version,
        publishedAt,
        texts.get("repository.url"),
        texts.get("repository.directory"),
        texts.get("homepage"),
        texts.get("license.type"),
        deprecated == null || deprecated.isEmpty() ? null : deprecated,
        texts.get("gitHead"),
        texts.get("tarball"),
        texts.get("integrity"),
        texts.get("shasum"),
        unpackedSize,
        signatures,
        texts.get("attestations.url"),
        texts.get("user.name"),
        texts.get("trustedPublisher.id"),
        texts.get("approver.name"),
        hasInstallScript);
  }

  private void keep(String key, @Nullable String value) {
    if (value != null) {
      texts.put(key, value);
    }
  }

  /** Old packages write text where newer ones write an object. */
  private void textOr(JsonParser parser, String textKey, String... members) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      keep(textKey, Json.text(parser, LONG_TEXT));
    } else {
      keepMembers(parser, textKey.substring(0, textKey.indexOf('.') + 1), members);
    }
  }

  /** Only what is named: an object may have millions of others. */
  private void keepMembers(JsonParser parser, String prefix, String... members) throws IOException {
    Set<String> wanted = Set.of(members);
    Json.eachText(
        parser,
        LONG_TEXT,
        (key, value) -> {
          if (wanted.contains(key)) {
            keep(prefix + key, value);
          }
        });
  }

  private void readUser(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "name" -> keep("user.name", Json.text(parser, SHORT_TEXT));
        case "trustedPublisher" -> keepMembers(parser, "trustedPublisher.", "id");
        case "approver" -> keepMembers(parser, "approver.", "name");
        default -> parser.skipChildren();
      }
    }
  }

  private void readDist(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "integrity", "shasum", "tarball" -> keep(field, Json.text(parser, LONG_TEXT));
        case "unpackedSize" -> unpackedSize = size(parser);
        case "signatures" -> readSignatures(parser);
        case "attestations" -> keepMembers(parser, "attestations.", "url");
        default -> parser.skipChildren();
      }
    }
  }

  private static @Nullable Long size(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
        && parser.getLongValue() >= 0) {
      return parser.getLongValue();
    }
    parser.skipChildren();
    return null;
  }

  private void readSignatures(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null) {
        return;
      }
      readSignature(parser);
    }
  }

  private void readSignature(JsonParser parser) throws IOException {
    Map<String, String> signature = new HashMap<>();
    Json.eachText(
        parser,
        LONG_TEXT,
        (key, value) -> {
          if (key.equals("keyid") || key.equals("sig")) {
            signature.put(key, value);
          }
        });
    @Nullable String keyId = signature.get("keyid");
    @Nullable String sig = signature.get("sig");
    if (keyId != null && sig != null && signatures.size() < MAX_SIGNATURES) {
      signatures.add(new RegistrySignature(keyId, sig));
    }
  }
}
