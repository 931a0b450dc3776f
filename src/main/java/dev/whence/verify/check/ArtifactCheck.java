package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.SUBJECT;

import dev.whence.provenance.Check;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.bundle.Bundle;
import dev.whence.provenance.bundle.Statement;
import dev.whence.verify.crypto.HashNames;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Check 8 for bundles of any kind: the bundle is about the artifact that the caller names. */
public final class ArtifactCheck {

  private ArtifactCheck() {}

  public static Check check(CheckInput in, @Nullable Artifact artifact) {
    if (artifact == null) {
      return Check.notApplicable(SUBJECT, "No artifact was given to compare with.");
    }
    return switch (in.bundle().content()) {
      case Bundle.Content.MessageSignature message -> stated(message, artifact);
      case Bundle.Content.Envelope _ -> subject(in.statement(), artifact);
    };
  }

  /** The bundle's own digest is a hint; check 7 holds the signature against the file itself. */
  private static Check stated(Bundle.Content.MessageSignature message, Artifact artifact) {
    Optional<byte[]> digest =
        Optional.ofNullable(message.algorithm()).flatMap(HashNames::jdk).flatMap(artifact::digest);
    if (digest.isEmpty() || message.digest().length == 0) {
      return Check.notApplicable(
          SUBJECT, "The bundle states no digest to compare; its signature is over the file.");
    }
    return Arrays.equals(digest.get(), message.digest())
        ? Check.passed(SUBJECT, "The bundle's digest is the artifact's.")
        : Check.failed(
            SUBJECT,
            "The bundle is about a file with digest "
                + Quoted.digest(HexFormat.of().formatHex(message.digest()))
                + ", the artifact has "
                + Quoted.digest(HexFormat.of().formatHex(digest.get()))
                + ".");
  }

  private static Check subject(@Nullable Statement statement, Artifact artifact) {
    if (statement == null) {
      return Check.inconclusive(SUBJECT, "There is no statement to read a subject from.");
    }
    List<Map<String, String>> subjects = statement.digests();
    boolean compared = false;
    for (Map<String, String> digests : subjects) {
      Optional<Boolean> same = isAbout(digests, artifact);
      if (same.orElse(false)) {
        return Check.passed(SUBJECT, "The artifact's digest is that of a subject.");
      }
      compared |= same.isPresent();
    }
    return compared || subjects.isEmpty()
        ? Check.failed(SUBJECT, "The statement is about other artifacts.")
        : Check.inconclusive(SUBJECT, "The subjects have no digest that is known of the artifact.");
  }

  /** Every digest that both sides know must be equal; empty if there is none. */
  private static Optional<Boolean> isAbout(Map<String, String> digests, Artifact artifact) {
    return digests.entrySet().stream()
        .flatMap(
            stated ->
                HashNames.jdk(stated.getKey())
                    .flatMap(artifact::digest)
                    .map(known -> HexFormat.of().formatHex(known).equals(stated.getValue()))
                    .stream())
        .reduce(Boolean::logicalAnd);
  }
}
