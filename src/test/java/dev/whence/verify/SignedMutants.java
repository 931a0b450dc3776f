package dev.whence.verify;

import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Predicates whose structure was changed before they were signed: each fact that is read from one
 * that still verifies is the genuine one, or none.
 */
final class SignedMutants {

  private final GeneratedTrust trust = new GeneratedTrust();
  private final Vocabulary vocabulary;
  private final Map<Shape, Provenance> genuine = new EnumMap<>(Shape.class);

  SignedMutants(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    for (Shape shape : Shape.values()) {
      genuine.put(shape, provenance(trust.verify(GeneratedTrust.request(shape))));
    }
  }

  /** Null where it no longer verifies, empty where it does and nothing differs. */
  @Nullable String attempt(Shape shape, SplittableRandom random) {
    StructureMutator mutator = new StructureMutator(random, vocabulary, true);
    byte[] bundle =
        trust
            .sigstore()
            .provenance(GeneratedTrust.request(shape), mutator::change)
            .bundle()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    AttestationWithVerdict item = trust.verify(bundle, trust.expected()).getFirst();
    if (item.verdict().outcome() != Verdict.Outcome.VERIFIED) {
      return null;
    }
    String differences = differences(Objects.requireNonNull(genuine.get(shape)), provenance(item));
    return differences.isEmpty() ? "" : shape + " " + mutator.changes() + " states " + differences;
  }

  private static Provenance provenance(AttestationWithVerdict item) {
    return Objects.requireNonNull(Objects.requireNonNull(item.attestation()).provenance());
  }

  private static String differences(Record genuine, Record read) {
    StringBuilder differences = new StringBuilder();
    for (RecordComponent component : genuine.getClass().getRecordComponents()) {
      @Nullable Object right = value(component, genuine);
      @Nullable Object other = value(component, read);
      if (right instanceof Record inner && other instanceof Record otherInner) {
        differences.append(differences(inner, otherInner));
      } else if (other != null && !other.equals(right)) {
        differences.append(component.getName() + " " + other + "; ");
      }
    }
    return differences.toString();
  }

  private static @Nullable Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a record's accessor cannot be called", e);
    }
  }
}
