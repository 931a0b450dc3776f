package dev.whence.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Changes the structure of a JSON document at one to three random places, and says how. */
final class StructureMutator {

  /** Within a name: the member is to be written under the name before it, once more. */
  private static final String AGAIN = "~again~";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What is done at a place. */
  private enum Change {
    REMOVE,
    NULL,
    RETYPE,
    DUPLICATE,
    SWAP,
    REPLACE,
    ADD,
    RENAME
  }

  private static final List<Change> CHANGES = List.of(Change.values());

  /** What numbers are below that retyping makes; real ones are ids and times. */
  private static final int SMALL_NUMBERS = 3;

  /** A member of an object, or an item of an array, by its name or number. */
  private record Place(JsonNode parent, String name) {

    JsonNode value() {
      return parent instanceof ObjectNode ? parent.path(name) : parent.path(index());
    }

    void set(JsonNode value) {
      if (parent instanceof ObjectNode object) {
        object.set(name, value);
      } else {
        ((ArrayNode) parent).set(index(), value);
      }
    }

    int index() {
      return Integer.parseInt(name);
    }
  }

  private final SplittableRandom random;
  private final Vocabulary vocabulary;
  private final boolean keepsValues;
  private final List<String> changes = new ArrayList<>();

  /**
   * @param keepsValues puts no value in another's place, but for one of another type
   */
  StructureMutator(SplittableRandom random, Vocabulary vocabulary, boolean keepsValues) {
    this.random = random;
    this.vocabulary = vocabulary;
    this.keepsValues = keepsValues;
  }

  /** The changed document as text, since a member can be there twice. */
  String mutant(JsonNode document) {
    JsonNode copy = document.deepCopy();
    change(copy);
    return copy.toString().replace(AGAIN + "\":", "\":");
  }

  /** Changes the document itself. */
  void change(JsonNode document) {
    int count = random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      List<Place> places = new ArrayList<>();
      collect(document, places);
      if (!places.isEmpty()) {
        at(places.get(random.nextInt(places.size())), places);
      }
    }
  }

  /** What was done, for people. */
  List<String> changes() {
    return changes;
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode) {
      node.fieldNames().forEachRemaining(name -> places.add(new Place(node, name)));
    }
    if (node instanceof ArrayNode) {
      for (int i = 0; i < node.size(); i++) {
        places.add(new Place(node, Integer.toString(i)));
      }
    }
    node.forEach(child -> collect(child, places));
  }

  private void at(Place place, List<Place> places) {
    Change change = CHANGES.get(random.nextInt(CHANGES.size()));
    changes.add(change + " " + place.name());
    switch (change) {
      case REMOVE -> remove(place);
      case NULL -> place.set(NullNode.getInstance());
      case RETYPE -> place.set(retyped(place.value()));
      case DUPLICATE -> duplicate(place);
      case SWAP -> swap(place, places.get(random.nextInt(places.size())));
      case REPLACE ->
          place.set(keepsValues ? retyped(place.value()) : vocabulary.value(place.name(), random));
      case ADD -> add(place);
      case RENAME -> rename(place);
    }
  }

  private static void remove(Place place) {
    if (place.parent() instanceof ObjectNode object) {
      object.remove(place.name());
    } else {
      ((ArrayNode) place.parent()).remove(place.index());
    }
  }

  private void duplicate(Place place) {
    JsonNode again =
        keepsValues || random.nextBoolean()
            ? place.value().deepCopy()
            : vocabulary.value(place.name(), random);
    if (place.parent() instanceof ArrayNode array) {
      array.insert(random.nextInt(array.size() + 1), again);
      return;
    }
    ObjectNode object = (ObjectNode) place.parent();
    if (random.nextBoolean()) {
      object.set(place.name() + AGAIN, again);
    } else {
      ObjectNode rest = object.deepCopy();
      object.removeAll();
      object.set(place.name() + AGAIN, again);
      object.setAll(rest);
    }
  }

  private void swap(Place one, Place other) {
    if (keepsValues || isWithin(one.value(), other) || isWithin(other.value(), one)) {
      return;
    }
    JsonNode value = one.value();
    one.set(other.value());
    other.set(value);
  }

  /** Whether a swap would put a value into itself: this very one, not an equal one. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isWithin(JsonNode value, Place place) {
    List<Place> inner = new ArrayList<>();
    collect(value, inner);
    return value == place.parent()
        || inner.stream().anyMatch(one -> one.parent() == place.parent());
  }

  private void add(Place place) {
    if (place.parent() instanceof ArrayNode array) {
      array.insert(random.nextInt(array.size() + 1), retyped(place.value()));
      return;
    }
    ObjectNode object = (ObjectNode) place.parent();
    @Nullable String known = keepsValues ? null : vocabulary.name(random);
    String name = known == null ? "unknown" : random.nextInt(4) == 0 ? spelled(known) : known;
    if (!object.has(name)) {
      changes.add("as " + name);
      object.set(name, known == null ? retyped(place.value()) : vocabulary.value(known, random));
    }
  }

  private void rename(Place place) {
    if (place.parent() instanceof ObjectNode object) {
      JsonNode value = object.remove(place.name());
      object.set(spelled(place.name()), value);
    }
  }

  /** Another spelling, as protobuf's parsers, careless readers or typists have it. */
  private String spelled(String name) {
    return switch (random.nextInt(4)) {
      case 0 -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
      case 1 -> name.toUpperCase(Locale.ROOT);
      case 2 -> name + " ";
      default -> name.toLowerCase(Locale.ROOT) + "s";
    };
  }

  /** A value of another type, of the same content where there is one. */
  private JsonNode retyped(JsonNode value) {
    JsonNode other =
        switch (random.nextInt(9)) {
          case 0 -> BooleanNode.TRUE;
          case 1 -> IntNode.valueOf(random.nextInt(SMALL_NUMBERS));
          case 2 -> JSON.arrayNode();
          case 3 -> JSON.objectNode();
          case 4 -> JSON.arrayNode().add(value.deepCopy());
          case 5 -> JSON.objectNode().set("value", value.deepCopy());
          case 6 ->
              value.isContainerNode() && !value.isEmpty() ? value.iterator().next() : number(value);
          case 7 -> TextNode.valueOf(spelledOut(value));
          default -> NullNode.getInstance();
        };
    boolean same = other.getNodeType() == value.getNodeType();
    return same ? JSON.arrayNode().add(value.deepCopy()) : other;
  }

  /** Where values are to be kept, what an earlier change made is not written out as a new one. */
  private String spelledOut(JsonNode value) {
    boolean isMade = keepsValues && !(value.isNumber() && value.asLong() >= SMALL_NUMBERS);
    return value.isTextual() || isMade ? "" : value.toString();
  }

  private static JsonNode number(JsonNode value) {
    return value.isTextual() && value.textValue().matches("[0-9]{1,15}")
        ? JSON.numberNode(Long.parseLong(value.textValue()))
        : TextNode.valueOf(value.asText());
  }
}
