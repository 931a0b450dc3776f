package dev.whence.demo;

import dev.whence.demo.store.Body;
import dev.whence.demo.store.BodyStore;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the answers of npm's hosts: the registry, the downloads API and the changes feed. */
final class Routes {

  private static final String ATTESTATIONS = "/-/npm/v1/attestations/";
  private static final String KEYS = "/-/npm/v1/keys";
  private static final String DOWNLOADS = "/downloads/point/last-month/";

  /** The most names in one request of the downloads API. */
  private static final int MOST_NAMES = 128;

  /** No character that needs an escape in JSON. */
  private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9!~*'()_.@/,-]+");

  private static final int USUAL_LINES = 1_000;
  private static final int MOST_LINES = 10_000;

  private final Packages packages;
  private final BodyStore store;
  private final RegistryLife life;
  private final Feed feed;
  private final Body keys;
  private final GeneratedDownloads counts;

  Routes(
      Packages packages,
      BodyStore store,
      RegistryLife life,
      Feed feed,
      Body keys,
      GeneratedDownloads counts) {
    this.packages = packages;
    this.store = store;
    this.life = life;
    this.feed = feed;
    this.keys = keys;
    this.counts = counts;
  }

  /** A request's parameters by name. */
  interface Query {
    @Nullable String get(String name);
  }

  /**
   * The answer to a request.
   *
   * @param rawPath as the client encoded it
   * @param host under which the client knows this server
   */
  Answer find(String rawPath, Query query, String host) throws IOException {
    String path = decoded(rawPath);
    if (path.startsWith(ATTESTATIONS)) {
      return prepared(path.substring(ATTESTATIONS.length()));
    }
    if (path.startsWith(DOWNLOADS)) {
      return downloads(path.substring(DOWNLOADS.length()));
    }
    if (path.equals(counts.path())) {
      return new Answer.Download(counts.file());
    }
    return switch (path) {
      case KEYS -> new Answer.Prepared(keys);
      case "/" + GeneratedDownloads.NAME -> new Answer.Prepared(counts.packument("http://" + host));
      case "/_changes", "/registry/_changes" -> changes(query);
      case "/", "/registry", "/registry/" -> state();
      default -> prepared(path.substring(1));
    };
  }

  private static String decoded(String rawPath) {
    return rawPath.indexOf('%') < 0
        ? rawPath
        : URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private Answer prepared(String key) {
    return life.find(key)
        .or(() -> store.find(key))
        .<Answer>map(Answer.Prepared::new)
        .orElseGet(Answer::notFound);
  }

  private Answer state() {
    return Answer.made(
        "{\"db_name\":\"registry\",\"doc_count\":%d,\"update_seq\":%d}"
            .formatted(feed.count(), feed.last()));
  }

  private Answer changes(Query query) throws IOException {
    try {
      long since = number(query.get("since"), 0);
      long limit = number(query.get("limit"), USUAL_LINES);
      return new Answer.Made(200, feed.page(since, Math.clamp(limit, 1, MOST_LINES)));
    } catch (NumberFormatException e) {
      return Answer.refused(400, "since and limit are numbers");
    }
  }

  private static long number(@Nullable String text, long otherwise) {
    return text == null ? otherwise : Long.parseLong(text);
  }

  private Answer downloads(String names) {
    if (!NAMES.matcher(names).matches()) {
      return Answer.notFound();
    }
    if (!names.contains(",")) {
      return downloadsOf(names)
          .map(Answer::made)
          .orElseGet(() -> Answer.refused(404, "package " + names + " not found"));
    }
    List<String> all = Arrays.asList(names.split(","));
    if (all.size() > MOST_NAMES || names.contains("@")) {
      return Answer.refused(400, "at most 128 names, and none with a scope");
    }
    return Answer.made(
        all.stream()
            .map(name -> "\"%s\":%s".formatted(name, downloadsOf(name).orElse("null")))
            .collect(Collectors.joining(",", "{", "}")));
  }

  private Optional<String> downloadsOf(String name) {
    return store
        .number(name)
        .or(() -> life.number(name))
        .map(packages::downloads)
        .map(count -> "{\"downloads\":" + count + ",\"package\":\"" + name + "\"}");
  }
}
