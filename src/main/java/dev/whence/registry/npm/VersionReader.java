package dev.whence.registry.npm;

import static dev.whence.registry.npm.PackumentReader.LONG_TEXT;
import static dev.whence.registry.npm.PackumentReader.SHORT_TEXT;

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

/**
 * Reads one member of a packument's {@code versions}; a value that is not an object states nothing.
 */
final class VersionReader {

  private static final Set<String> INSTALL_SCRIPTS = Set.of("preinstall", "install", "postinstall");
  private static final int MAX_SIGNATURES = 10;

  private final Map<String, String> texts = new HashMap<>();
  private final List<RegistrySignature> signatures = new ArrayList<>();
  private final LicenseReader license = new LicenseReader();
  private @Nullable Long unpackedSize;
  private @Nullable Boolean hasInstallScript;
  private boolean advertisesAttestations;

  void read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "homepage", "gitHead" -> keep(field, TolerantJson.text(parser, LONG_TEXT));
        case "deprecated" -> keep(field, deprecation(parser));
        case "repository" -> readRepository(parser);
        case "license", "licence", "licenses", "licences" -> license.read(parser, field);
        case "scripts" -> readScripts(parser);
        case "_npmUser" -> readUser(parser);
        case "dist" -> readDist(parser);
        default -> parser.skipChildren();
      }
    }
  }

  PackumentVersion version(String version, @Nullable Instant publishedAt) {
    return new PackumentVersion(
        version,
        publishedAt,
        texts.get("repository.url"),
        texts.get("repository.directory"),
        texts.get("homepage"),
        license.text(),
        texts.get("deprecated"),
        texts.get("gitHead"),
        texts.get("tarball"),
        texts.get("integrity"),
        texts.get("shasum"),
        unpackedSize,
        signatures,
        advertisesAttestations,
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

  /** {@code true} is a deprecation without a message: npm's client prints the word. */
  private static @Nullable String deprecation(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "";
      default -> TolerantJson.text(parser, LONG_TEXT);
    };
  }

  /** Old packages write text where newer ones write an object; of a list the first counts. */
  private void readRepository(JsonParser parser) throws IOException {
    switch (parser.currentToken()) {
      case VALUE_STRING -> keep("repository.url", TolerantJson.text(parser, LONG_TEXT));
      case START_ARRAY ->
          TolerantJson.eachElement(
              parser,
              element -> {
                if (texts.containsKey("repository.url")) {
                  element.skipChildren();
                } else {
                  readRepository(element);
                }
              });
      default -> keepMembers(parser, "repository.", "url", "directory");
    }
  }

  private void readScripts(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    hasInstallScript = false;
    TolerantJson.eachText(
        parser,
        SHORT_TEXT,
        (key, _) -> {
          if (INSTALL_SCRIPTS.contains(key)) {
            hasInstallScript = true;
          }
        });
  }

  /** As in npm's client, every value that is not empty counts as listed. */
  private void readAttestations(JsonParser parser) throws IOException {
    advertisesAttestations =
        switch (parser.currentToken()) {
          case VALUE_NULL, VALUE_FALSE -> false;
          case VALUE_STRING -> parser.getTextLength() > 0;
          default -> true;
        };
    keepMembers(parser, "attestations.", "url");
  }

  /** Reads only the named members: an object may have millions of others. */
  private void keepMembers(JsonParser parser, String prefix, String... members) throws IOException {
    Set<String> wanted = Set.of(members);
    TolerantJson.eachText(
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
        case "name" -> keep("user.name", TolerantJson.text(parser, SHORT_TEXT));
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
        case "integrity", "shasum", "tarball" -> keep(field, TolerantJson.text(parser, LONG_TEXT));
        case "unpackedSize" -> unpackedSize = size(parser);
        case "signatures" -> TolerantJson.eachElement(parser, this::readSignature);
        case "attestations" -> readAttestations(parser);
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

  private void readSignature(JsonParser parser) throws IOException {
    Map<String, String> signature = new HashMap<>();
    TolerantJson.eachText(
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
