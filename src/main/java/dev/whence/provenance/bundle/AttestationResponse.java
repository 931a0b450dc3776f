package dev.whence.provenance.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.provenance.MalformedException;
import dev.whence.provenance.StrictJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of the registry's attestations endpoint, {@code {"attestations":[{"predicateType",
 * "bundle"}]}}, or a bare bundle, read into its attestations.
 */
public sealed interface AttestationResponse {

  /** The bytes are neither of the two; the reason is for people. */
  record Unreadable(String reason) implements AttestationResponse {}

  /** The attestations in the response's order. */
  record Read(List<Item> items) implements AttestationResponse {
    public Read {
      items = List.copyOf(items);
    }
  }

  /**
   * One attestation, with the parts of it that could be read.
   *
   * @param bundle absent if it is not a bundle
   * @param statement absent if the bundle has none
   * @param attestation absent unless everything could be read
   * @param problem why it could not be read; absent if it could
   */
  record Item(
      @Nullable Bundle bundle,
      @Nullable Statement statement,
      @Nullable Attestation attestation,
      @Nullable String problem) {}

  /** The registry sends two; a few more may come. */
  int MAX_ITEMS = 50;

  /** Reads bytes from outside; never throws because of their content. */
  static AttestationResponse read(byte[] body) {
    try {
      JsonNode node = StrictJson.object(body, "the attestation response");
      if (!node.has("attestations")) {
        return new Read(List.of(item(node, null)));
      }
      JsonNode listed = StrictJson.requiredArray(node, "attestations");
      if (listed.isEmpty() || listed.size() > MAX_ITEMS) {
        return new Unreadable("the response lists " + listed.size() + " attestations");
      }
      List<Item> items = new ArrayList<>();
      for (JsonNode entry : listed) {
        items.add(labelled(entry));
      }
      return new Read(items);
    } catch (MalformedException e) {
      return new Unreadable(String.valueOf(e.getMessage()));
    }
  }

  /** npm may add members around a bundle; the label must be text. */
  private static Item labelled(JsonNode entry) {
    try {
      return item(entry.path("bundle"), StrictJson.text(entry, "predicateType"));
    } catch (MalformedException e) {
      return new Item(null, null, null, String.valueOf(e.getMessage()));
    }
  }

  private static Item item(JsonNode node, @Nullable String wrapperPredicateType) {
    @Nullable Bundle bundle = null;
    @Nullable Statement statement = null;
    try {
      bundle = BundleReader.read(node);
      statement = statement(bundle);
      Attestation attestation = ProvenanceReader.read(bundle, statement, wrapperPredicateType);
      return new Item(bundle, statement, attestation, null);
    } catch (MalformedException e) {
      return new Item(bundle, statement, null, String.valueOf(e.getMessage()));
    }
  }

  private static Statement statement(Bundle bundle) throws MalformedException {
    return switch (bundle.content()) {
      case Bundle.Content.Envelope envelope -> Statement.read(envelope.payload());
      case Bundle.Content.MessageSignature _ ->
          throw new MalformedException("the bundle signs a file, not a statement");
    };
  }
}
