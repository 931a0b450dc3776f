package dev.whence.registry.npm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Packument;
import dev.whence.registry.http.BoundedInputStream;
import dev.whence.registry.http.HttpGate;
import dev.whence.registry.http.HttpGates;
import dev.whence.registry.http.MalformedAnswerException;
import dev.whence.registry.http.RegistryConfig;
import dev.whence.registry.http.RetryLaterException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks an npm registry. Every address is made from the configured one and a name; addresses that a
 * packument states are never followed.
 */
@ApplicationScoped
public class RegistryClient {

  private static final String NPM_HOST = "registry.npmjs.org";
  private static final String REGISTRY = "The registry";
  private static final Map<String, String> JSON = Map.of("Accept", "application/json");
  private static final int MAX_SMALL_BYTES = 1_000_000;

  /** npm's are 50 characters long. */
  private static final int LONGEST_KEY_ID = 200;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final RegistryConfig config;
  private final HttpGate registry;

  public RegistryClient(RegistryConfig config, HttpGates gates) {
    this.config = config;
    this.registry = gates.to(config.url());
  }

  /**
   * Asks for the full packument.
   *
   * @param etag of the one we have
   * @param bodySha256 of the one we have, hex: some registries ignore If-None-Match
   */
  public PackumentFetch packument(
      PackageName name, @Nullable String etag, @Nullable String bodySha256) {
    try (PackumentRoom.Part alone = room(config.maxPackumentBytes()).part()) {
      return packument(name, etag, bodySha256, alone);
    }
  }

  /** Room for packuments of so many bytes together. */
  public PackumentRoom room(long bytes) {
    return new PackumentRoom(bytes, config.maxPackumentBytes());
  }

  /**
   * As above, for a packument that is kept for a while: a large one waits for room.
   *
   * @param part its part of the room, until it is closed
   */
  public PackumentFetch packument(
      PackageName name,
      @Nullable String etag,
      @Nullable String bodySha256,
      PackumentRoom.Part part) {
    Map<String, String> headers = new HashMap<>(JSON);
    if (etag != null) {
      headers.put("If-None-Match", etag);
    }
    try {
      URI uri = uri("/" + name.urlSegment());
      // If it waited while it reads, it would hold a place that requests with room may need.
      Optional<PackumentFetch> fetch = Optional.empty();
      while (fetch.isEmpty()) {
        fetch =
            registry.get(
                uri, headers, answer -> packument(answer, name, bodySha256, etag != null, part));
        if (fetch.isEmpty()) {
          part.await();
        }
      }
      return fetch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new PackumentFetch.Failed("Interrupted while waiting for memory.", Duration.ZERO);
    } catch (RetryLaterException e) {
      String reason = e.sentence(REGISTRY);
      return e.malformed() == null
          ? new PackumentFetch.Failed(reason, e.waitAsked())
          : new PackumentFetch.Unreadable(reason);
    }
  }

  /**
   * Empty if there is no room for it yet. A 304 without a condition in the request does not mean
   * that our copy is current.
   */
  private Optional<PackumentFetch> packument(
      HttpGate.Answer answer,
      PackageName name,
      @Nullable String knownSha256,
      boolean isConditional,
      PackumentRoom.Part part)
      throws IOException {
    if (answer.status() == 304 && !isConditional) {
      return Optional.of(new PackumentFetch.Failed(unexpected(answer), Duration.ZERO));
    }
    try {
      return Optional.of(
          switch (answer.status()) {
            case 200 -> read(answer, name, knownSha256, part);
            case 304 -> new PackumentFetch.NotModified();
            case 404 -> new PackumentFetch.Missing();
            default -> new PackumentFetch.Failed(unexpected(answer), Duration.ZERO);
          });
    } catch (PackumentRoom.NoRoomException e) {
      return Optional.empty();
    }
  }

  private PackumentFetch read(
      HttpGate.Answer answer,
      PackageName name,
      @Nullable String knownSha256,
      PackumentRoom.Part part)
      throws IOException {
    MessageDigest sha256 = sha256();
    BoundedInputStream bounded = new BoundedInputStream(answer.body(), config.maxPackumentBytes());
    try (InputStream in = part.bounded(new DigestInputStream(bounded, sha256))) {
      Packument packument = PackumentReader.read(in, name);
      part.settle(bounded.count());
      String digest = HexFormat.of().formatHex(sha256.digest());
      return digest.equals(knownSha256)
          ? new PackumentFetch.NotModified()
          : new PackumentFetch.Found(packument, answer.etag(), digest, bounded.count());
    } catch (BoundedInputStream.TooLargeException e) {
      return new PackumentFetch.Unreadable("The packument is " + e.getMessage() + ".");
    } catch (StreamConstraintsException e) {
      return new PackumentFetch.Unreadable("The packument breaks a limit of size or depth.");
    } catch (NotAPackumentException e) {
      return new PackumentFetch.Unreadable("This is not its packument: " + e.getMessage() + ".");
    } catch (JsonProcessingException e) {
      throw malformed("the packument is not a whole JSON document", e);
    }
  }

  /** Asks for a version's attestations. */
  public AttestationsFetch attestations(PackageName name, String version) {
    URI uri = uri("/-/npm/v1/attestations/" + name.urlSegment() + "@" + encode(version));
    String url = uri.toString();
    try {
      return registry.get(uri, JSON, answer -> attestations(answer, url));
    } catch (RetryLaterException e) {
      return new AttestationsFetch.Failed(url, e.sentence(REGISTRY), e.waitAsked());
    }
  }

  private AttestationsFetch attestations(HttpGate.Answer answer, String url) throws IOException {
    return switch (answer.status()) {
      case 200 -> {
        try {
          byte[] body = body(answer, config.maxAttestationBytes());
          requireWholeJson(body);
          yield new AttestationsFetch.Found(url, body);
        } catch (BoundedInputStream.TooLargeException e) {
          yield new AttestationsFetch.Failed(
              url, "The response is " + e.getMessage() + ".", Duration.ZERO);
        }
      }
      case 404 -> new AttestationsFetch.Missing(url);
      case 401, 403, 405, 410, 451 -> new AttestationsFetch.Refused(url, unexpected(answer));
      default -> new AttestationsFetch.Failed(url, unexpected(answer), Duration.ZERO);
    };
  }

  /**
   * A damaged answer gets another try. An answer beyond a limit is complete, and the caller handles
   * it.
   */
  private static void requireWholeJson(byte[] body) throws IOException {
    try (JsonParser parser = MAPPER.createParser(body)) {
      if (parser.nextToken() == null) {
        throw new MalformedAnswerException("the response is empty");
      }
      parser.skipChildren();
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
    } catch (StreamConstraintsException limit) {
      return;
    } catch (JsonProcessingException e) {
      throw malformed("the response is not a whole JSON document", e);
    }
  }

  /** Ids of the keys that the registry says it signs with. */
  public KeyIdsFetch signingKeyIds() {
    try {
      return registry.get(uri("/-/npm/v1/keys"), JSON, RegistryClient::keyIds);
    } catch (RetryLaterException e) {
      return new KeyIdsFetch.Failed(e.sentence(REGISTRY));
    }
  }

  private static KeyIdsFetch keyIds(HttpGate.Answer answer) throws IOException {
    return switch (answer.status()) {
      case 200 -> new KeyIdsFetch.Found(readKeyIds(answer));
      case 404 -> new KeyIdsFetch.Found(Set.of());
      default -> new KeyIdsFetch.Failed(unexpected(answer));
    };
  }

  private static Set<String> readKeyIds(HttpGate.Answer answer) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode key : keys(body(answer, MAX_SMALL_BYTES))) {
      @Nullable String id = CleanText.bounded(key.path("keyid").textValue(), LONGEST_KEY_ID);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  private static JsonNode keys(byte[] body) throws IOException {
    try {
      return MAPPER.readTree(body).path("keys");
    } catch (JsonProcessingException e) {
      throw malformed("the list of keys is not a whole JSON document", e);
    }
  }

  static boolean isNpm(RegistryConfig config) {
    return NPM_HOST.equals(config.url().getHost());
  }

  private URI uri(String path) {
    return HttpGates.under(config.url(), path);
  }

  /** Without the source excerpt of Jackson's own message, which is the registry's text. */
  private static MalformedAnswerException malformed(String what, JsonProcessingException e) {
    @Nullable String detail = CleanText.bounded(e.getOriginalMessage(), 200);
    return new MalformedAnswerException(what + ": " + detail);
  }

  private static String unexpected(HttpGate.Answer answer) {
    return REGISTRY + " answered " + answer.status() + ".";
  }

  private static byte[] body(HttpGate.Answer answer, int limit) throws IOException {
    return new BoundedInputStream(answer.body(), limit).readAllBytes();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
