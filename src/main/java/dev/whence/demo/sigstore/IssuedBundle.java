package dev.whence.demo.sigstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/**
 * A bundle.
 *
 * @param predicateType its label in an attestation response
 */
public record IssuedBundle(String predicateType, ObjectNode bundle) {

  /** The bundle without the response. */
  public byte[] bytes() {
    return Json.bytes(bundle);
  }

  /** The body of an attestations endpoint that serves these bundles. */
  public static byte[] response(IssuedBundle... bundles) {
    List<ObjectNode> attestations =
        Arrays.stream(bundles)
            .map(
                issued ->
                    Json.object("predicateType", issued.predicateType, "bundle", issued.bundle))
            .toList();
    return Json.bytes(Json.object("attestations", Json.array(attestations)));
  }
}
