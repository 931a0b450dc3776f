package dev.whence.provenance.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.provenance.MalformedException;
import dev.whence.provenance.Sha512;
import dev.whence.provenance.StrictJson;
import dev.whence.provenance.predicate.Predicate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An in-toto statement (in-toto attestation specification, Statement v0.1 and v1).
 *
 * @param subjects as written; there may be none, which the checks judge
 * @param document the whole statement
 */
public record Statement(
    String type,
    String predicateType,
    List<Attestation.Subject> subjects,
    Predicate predicate,
    JsonNode document) {

  /** The DSSE payload type of in-toto statements. */
  public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  private static final int MAX_SUBJECTS = 1_000;

  public Statement {
    subjects = List.copyOf(subjects);
  }

  static Statement read(byte[] payload) throws MalformedException {
    JsonNode node = StrictJson.object(payload, "the statement");
    String predicateType = StrictJson.requiredText(node, "predicateType");
    return new Statement(
        StrictJson.requiredText(node, "_type"),
        predicateType,
        subjects(StrictJson.array(node, "subject", MAX_SUBJECTS)),
        Predicate.of(predicateType, node),
        node);
  }

  private static List<Attestation.Subject> subjects(JsonNode listed) throws MalformedException {
    List<Attestation.Subject> subjects = new ArrayList<>();
    for (JsonNode subject : listed) {
      if (!subject.isObject()) {
        throw new MalformedException("subject has an item that is not an object");
      }
      @Nullable String name = StrictJson.text(subject, "name");
      @Nullable String sha512 =
          StrictJson.text(StrictJson.objectOrEmpty(subject, "digest"), "sha512");
      subjects.add(
          new Attestation.Subject(
              name == null ? "" : name,
              sha512 == null ? null : Sha512.parseHex(sha512).orElse(null)));
    }
    return subjects;
  }

  /** The digests of each subject, hex by algorithm as written: {@code sha256}. */
  public List<Map<String, String>> digests() {
    List<Map<String, String>> digests = new ArrayList<>();
    for (JsonNode subject : document.path("subject")) {
      Map<String, String> stated = new HashMap<>();
      for (Map.Entry<String, JsonNode> digest : subject.path("digest").properties()) {
        if (digest.getValue().isTextual()) {
          stated.put(digest.getKey(), digest.getValue().textValue());
        }
      }
      digests.add(Map.copyOf(stated));
    }
    return digests;
  }

  /** The whole statement with line breaks, for people. */
  public String json() {
    return document.toPrettyString();
  }
}
