package dev.whence.registry.npm;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.whence.registry.http.BoundedInputStream;
import dev.whence.registry.http.HttpGate;
import dev.whence.registry.http.HttpGates;
import dev.whence.registry.http.MalformedAnswerException;
import dev.whence.registry.http.RegistryConfig;
import dev.whence.registry.http.RetryLaterException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Reads a registry's changes feed, which names every package that was published or changed. */
@ApplicationScoped
public class ChangesFeed {

  /** As many as npm gives in one answer. */
  public static final int MAX_LINES = 10_000;

  private static final URI NPM = URI.create("https://replicate.npmjs.com/registry");

  /** Lines are below 200 bytes, though a package may have many revisions. */
  private static final long MAX_BYTES = 20_000_000;

  private final URI url;
  private final HttpGate gate;

  public ChangesFeed(RegistryConfig config, HttpGates gates) {
    this.url = config.changesUrl().orElse(RegistryClient.isNpm(config) ? NPM : config.url());
    this.gate = gates.to(url);
  }

  /** Its address, to which its sequence numbers belong. */
  public URI url() {
    return url;
  }

  /**
   * The page after a sequence number.
   *
   * @param sequence 0 for the beginning
   */
  public ChangesFetch after(long sequence) {
    URI page = HttpGates.under(url, "/_changes?since=" + sequence + "&limit=" + MAX_LINES);
    try {
      return gate.get(page, Map.of("Accept", "application/json"), ChangesFeed::read);
    } catch (RetryLaterException e) {
      return new ChangesFetch.Failed(e.sentence("The changes feed"));
    }
  }

  private static ChangesFetch read(HttpGate.Answer answer) throws IOException {
    if (answer.status() == 404) {
      return new ChangesFetch.Failed("The registry has no changes feed: it answered 404.");
    }
    if (answer.status() != 200) {
      return new ChangesFetch.Failed("The changes feed answered " + answer.status() + ".");
    }
    try {
      return new ChangesFetch.Found(
          ChangesPage.read(new BoundedInputStream(answer.body(), MAX_BYTES)));
    } catch (OtherSequenceException e) {
      return new ChangesFetch.Failed(String.valueOf(e.getMessage()));
    } catch (JsonProcessingException e) {
      throw new MalformedAnswerException("it is not a whole JSON document");
    }
  }
}
