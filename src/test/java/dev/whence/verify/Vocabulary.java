package dev.whence.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Every member's name with the values that genuine documents give it. */
final class Vocabulary {

  /** More of one name would be more of the same. */
  private static final int VALUES_OF_A_NAME = 40;

  private final Map<String, List<JsonNode>> values = new TreeMap<>();
  private final List<String> names = new ArrayList<>();

  void learn(JsonNode document) {
    document
        .properties()
        .forEach(
            member -> {
              List<JsonNode> known =
                  values.computeIfAbsent(
                      member.getKey(),
                      name -> {
                        names.add(name);
                        return new ArrayList<>();
                      });
              if (known.size() < VALUES_OF_A_NAME) {
                known.add(member.getValue());
              }
            });
    document.forEach(this::learn);
  }

  String name(SplittableRandom random) {
    return names.get(random.nextInt(names.size()));
  }

  /** A genuine value of the member; of any other one where it is an array's item. */
  JsonNode value(String name, SplittableRandom random) {
    List<JsonNode> known = values.getOrDefault(name, values.getOrDefault(name(random), List.of()));
    return known.isEmpty()
        ? NullNode.getInstance()
        : known.get(random.nextInt(known.size())).deepCopy();
  }
}
