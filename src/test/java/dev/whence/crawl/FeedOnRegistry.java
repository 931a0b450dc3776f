package dev.whence.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.whence.testing.ReplayRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A changes feed on a replayed registry, with short pages, that keeps what it was asked. */
final class FeedOnRegistry {

  private static final int PAGE = 3;
  private static final Pattern SINCE = Pattern.compile("since=(\\d+)");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private record Line(long sequence, String id, boolean deleted) {}

  private final List<Line> lines = new ArrayList<>();
  private final List<Long> asked = new CopyOnWriteArrayList<>();
  private long sequence;

  FeedOnRegistry(ReplayRegistry registry) {
    registry.answer("/_changes", this::answer);
  }

  /** Adds changes; sequence numbers have gaps, as npm's have. */
  synchronized FeedOnRegistry tell(String... ids) {
    for (String id : ids) {
      sequence += 7;
      String name = id.replace("!", "");
      lines.removeIf(line -> line.id().equals(name));
      lines.add(new Line(sequence, name, id.startsWith("!")));
    }
    return this;
  }

  /** The sequences behind which a page was asked for. */
  List<Long> asked() {
    return asked;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    Matcher matcher = SINCE.matcher(exchange.getRequestURI().getQuery());
    long since = matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    asked.add(since);
    ObjectNode page = MAPPER.createObjectNode();
    ArrayNode results = page.putArray("results");
    long last = Math.min(since, sequence);
    for (Line line : lines) {
      if (line.sequence() > since && results.size() < PAGE) {
        ObjectNode result = results.addObject().put("seq", line.sequence()).put("id", line.id());
        if (line.deleted()) {
          result.put("deleted", true);
        }
        last = line.sequence();
      }
    }
    byte[] body = page.put("last_seq", last).toString().getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
