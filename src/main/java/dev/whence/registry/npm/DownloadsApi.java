package dev.whence.registry.npm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.provenance.PackageName;
import dev.whence.registry.http.BoundedInputStream;
import dev.whence.registry.http.HttpGate;
import dev.whence.registry.http.HttpGates;
import dev.whence.registry.http.MalformedAnswerException;
import dev.whence.registry.http.RegistryConfig;
import dev.whence.registry.http.RetryLaterException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Asks npm's downloads API, {@code /downloads/point/last-month/NAME[,NAME…]}: up to 128 packages at
 * once, scoped ones one by one.
 */
@ApplicationScoped
public class DownloadsApi {

  /** As many as npm accepts in one request. */
  public static final int MAX_NAMES = 128;

  private static final URI NPM = URI.create("https://api.npmjs.org");
  private static final Map<String, String> JSON = Map.of("Accept", "application/json");
  private static final int MAX_BYTES = 1_000_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final URI url;
  private final HttpGate gate;

  public DownloadsApi(RegistryConfig config, HttpGates gates) {
    this.url = config.downloadsUrl().orElse(RegistryClient.isNpm(config) ? NPM : config.url());
    this.gate = gates.to(url);
  }

  /** Splits names into as many lists as requests are needed. */
  public static List<List<PackageName>> requests(Collection<PackageName> names) {
    List<List<PackageName>> requests = new ArrayList<>();
    names.stream().filter(name -> name.scope().isPresent()).map(List::of).forEach(requests::add);
    names.stream()
        .filter(name -> name.scope().isEmpty())
        .gather(Gatherers.windowFixed(MAX_NAMES))
        .forEach(requests::add);
    return requests;
  }

  /** Last month's downloads of the names of one request. */
  public DownloadsFetch lastMonth(List<PackageName> names) {
    try {
      return new DownloadsFetch.Found(
          names.size() == 1 ? one(names.getFirst()).stream().toList() : several(names));
    } catch (RetryLaterException e) {
      return new DownloadsFetch.Failed(e.sentence("The downloads API"));
    }
  }

  private Optional<Downloads> one(PackageName name) {
    return ask(name.urlSegment()).flatMap(answer -> downloads(name, answer));
  }

  private List<Downloads> several(List<PackageName> names) {
    String all = names.stream().map(PackageName::urlSegment).collect(Collectors.joining(","));
    Optional<JsonNode> answer = ask(all);
    Stream<Optional<Downloads>> each =
        answer.isPresent()
            ? names.stream().map(name -> downloads(name, answer.get().path(name.value())))
            // Registries that imitate npm's may accept one name only.
            : names.stream().map(this::one);
    return each.flatMap(Optional::stream).toList();
  }

  /** Empty if it does not know. */
  private Optional<JsonNode> ask(String names) {
    return gate.get(
        HttpGates.under(url, "/downloads/point/last-month/" + names), JSON, DownloadsApi::read);
  }

  private static Optional<JsonNode> read(HttpGate.Answer answer) throws IOException {
    if (answer.status() != 200) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          MAPPER.readTree(new BoundedInputStream(answer.body(), MAX_BYTES).readAllBytes()));
    } catch (JsonProcessingException e) {
      throw new MalformedAnswerException("it is not a whole JSON document");
    }
  }

  private static Optional<Downloads> downloads(PackageName name, JsonNode answer) {
    JsonNode count = answer.path("downloads");
    return count.canConvertToLong() && count.longValue() >= 0
        ? Optional.of(new Downloads(name, count.longValue()))
        : Optional.empty();
  }
}
