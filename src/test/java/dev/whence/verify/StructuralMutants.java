package dev.whence.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Mutants by structure of genuine bundles and trust material. One that still verifies must change
 * nothing that is stored or shown: attestation, checks with their sentences, and level must be
 * those of the original, or of the original with a part of its evidence left out. Run alone by
 * {@code bench/mutants}.
 */
public final class StructuralMutants {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<Shape> SHAPES = List.of(Shape.values());
  private static final int STEP = 10_000;
  private static final long LARGE_PRIME = 1_000_003L;
  private static final String ENTRY = "/verificationMaterial/tlogEntries/0";

  private static final List<String> MEDIA_TYPES =
      List.of(
          "application/vnd.dev.sigstore.bundle+json;version=0.1",
          "application/vnd.dev.sigstore.bundle+json;version=0.2",
          "application/vnd.dev.sigstore.bundle+json;version=0.3",
          "application/vnd.dev.sigstore.bundle.v0.3+json");

  /** Evidence that a bundle may do without, if other evidence is left. */
  private static final List<List<String>> OPTIONAL =
      List.of(
          List.of("", "predicateType"),
          List.of("/bundle" + ENTRY, "inclusionPromise"),
          List.of("/bundle" + ENTRY, "inclusionProof"),
          List.of("/bundle/verificationMaterial", "timestampVerificationData"));

  /** What is mutated. */
  enum Level {
    RESPONSE,
    STATEMENT,
    ENTRY_BODY,
    PREDICATE_BEFORE_SIGNING,
    TRUSTED_ROOT,
    NPM_KEYS
  }

  /** An original as the registry's response has it, with every form of it that may verify. */
  private record Subject(Original original, ObjectNode response, Set<Judged> forms) {}

  /** Everything of a judged attestation that is stored or shown. */
  private record Judged(Attestation attestation, Verdict verdict) {}

  private final Vocabulary vocabulary = new Vocabulary();
  private final List<Subject> subjects = new ArrayList<>();
  private final TrustMutants trust;
  private final SignedMutants signed;
  private final Map<Level, long[]> tried = new TreeMap<>();
  private final List<String> findings = new ArrayList<>();

  StructuralMutants(List<Original> originals) {
    for (Original original : originals) {
      ObjectNode response = response(original);
      vocabulary.learn(original.bundle());
      vocabulary.learn(embedded(response, "/dsseEnvelope", "payload"));
      vocabulary.learn(embedded(response, ENTRY, "canonicalizedBody"));
      subjects.add(new Subject(original, response, forms(original, response)));
    }
    this.trust = new TrustMutants(vocabulary);
    this.signed = new SignedMutants(vocabulary);
  }

  /** {@code StructuralMutants MUTANTS SEED}: prints figures, and ends with 1 on a finding. */
  public static void main(String[] arguments) {
    int mutants = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    StructuralMutants all = ofAll();
    for (int done = 0; done < mutants; done += STEP) {
      all.run(seed, done, Math.min(mutants, done + STEP));
      System.err.println(done + STEP + " of " + mutants + ", findings: " + all.findings().size());
    }
    System.out.print(all.figures());
    all.findings().forEach(System.out::println);
    System.out.println("findings: " + all.findings().size());
    System.exit(all.findings().isEmpty() ? 0 : 1);
  }

  /** Recorded bundles, where there is a recording, and generated ones. */
  static StructuralMutants ofAll() {
    List<Original> originals = new ArrayList<>(Original.recordedIfPresent());
    originals.addAll(Original.generated());
    return new StructuralMutants(originals);
  }

  /**
   * Tries mutants, from one number to before another.
   *
   * @param seed each mutant follows from it and its number alone
   */
  void run(long seed, int from, int to) {
    for (int number = from; number < to; number++) {
      SplittableRandom random = new SplittableRandom(seed * LARGE_PRIME + number);
      Level level = level(random);
      @Nullable String difference = attempt(level, random);
      long[] counts = tried.computeIfAbsent(level, _ -> new long[2]);
      counts[0]++;
      if (difference != null) {
        counts[1]++;
        if (!difference.isEmpty()) {
          findings.add("seed " + seed + ", mutant " + number + ", " + level + ": " + difference);
        }
      }
    }
  }

  List<String> findings() {
    return findings;
  }

  /** How many mutants of a level still verified. */
  long survivors(Level level) {
    return tried.getOrDefault(level, new long[2])[1];
  }

  /** Figures by level: tried, and still verified. */
  String figures() {
    StringBuilder text = new StringBuilder();
    tried.forEach(
        (level, counts) ->
            text.append(
                "%-26s %8d tried %8d still verified%n".formatted(level, counts[0], counts[1])));
    return text.toString();
  }

  private static Level level(SplittableRandom random) {
    int share = random.nextInt(100);
    return share < 60
        ? Level.RESPONSE
        : share < 68
            ? Level.STATEMENT
            : share < 76
                ? Level.ENTRY_BODY
                : share < 88
                    ? Level.PREDICATE_BEFORE_SIGNING
                    : share < 96 ? Level.TRUSTED_ROOT : Level.NPM_KEYS;
  }

  /** Null where it no longer verifies, empty where it does and nothing differs. */
  private @Nullable String attempt(Level level, SplittableRandom random) {
    return switch (level) {
      case RESPONSE, STATEMENT, ENTRY_BODY -> {
        Subject subject = subjects.get(random.nextInt(subjects.size()));
        StructureMutator mutator = new StructureMutator(random, vocabulary, false);
        yield difference(subject, mutant(subject, level, mutator), mutator.changes());
      }
      case PREDICATE_BEFORE_SIGNING ->
          signed.attempt(SHAPES.get(random.nextInt(SHAPES.size())), random);
      case TRUSTED_ROOT -> trust.attemptRoot(random);
      case NPM_KEYS -> trust.attemptKeys(random);
    };
  }

  private static String mutant(Subject subject, Level level, StructureMutator mutator) {
    return switch (level) {
      case STATEMENT -> with(subject, "/dsseEnvelope", "payload", mutator);
      case ENTRY_BODY -> with(subject, ENTRY, "canonicalizedBody", mutator);
      default -> mutator.mutant(subject.response());
    };
  }

  private static String with(
      Subject subject, String pointer, String member, StructureMutator mutator) {
    if (subject.response().at("/attestations/0/bundle" + pointer).isMissingNode()) {
      return mutator.mutant(subject.response());
    }
    String inner = mutator.mutant(embedded(subject.response(), pointer, member));
    ObjectNode changed = subject.response().deepCopy();
    ((ObjectNode) changed.at("/attestations/0/bundle" + pointer))
        .put(member, Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8)));
    return changed.toString();
  }

  private static @Nullable String difference(Subject subject, String mutant, List<String> how) {
    @Nullable String difference = null;
    for (Judged judged : verified(subject.original(), mutant)) {
      difference = difference == null ? "" : difference;
      if (!subject.forms().contains(judged)) {
        difference += subject.original().name() + " " + how + " gives " + judged;
      }
    }
    return difference;
  }

  private static List<Judged> verified(Original original, String response) {
    List<Judged> verified = new ArrayList<>();
    if (original.verifier().verify(response.getBytes(StandardCharsets.UTF_8), original.expected())
        instanceof VerifiedResponse.Read read) {
      for (AttestationWithVerdict item : read.items()) {
        if (item.verdict().outcome() == Verdict.Outcome.VERIFIED) {
          verified.add(new Judged(Objects.requireNonNull(item.attestation()), item.verdict()));
        }
      }
    }
    return verified;
  }

  /** The original by each name of its format, with each choice of optional parts left out. */
  private static Set<Judged> forms(Original original, ObjectNode response) {
    Set<Judged> forms = new HashSet<>(verified(original, response.toString()));
    for (String mediaType : MEDIA_TYPES) {
      for (int choice = 0; choice < 1 << OPTIONAL.size(); choice++) {
        ObjectNode form = response.deepCopy();
        ((ObjectNode) form.at("/attestations/0/bundle")).put("mediaType", mediaType);
        for (int i = 0; i < OPTIONAL.size(); i++) {
          if (((choice >> i) & 1) == 1
              && form.at("/attestations/0" + OPTIONAL.get(i).getFirst())
                  instanceof ObjectNode holder) {
            holder.remove(OPTIONAL.get(i).getLast());
          }
        }
        forms.addAll(verified(original, form.toString()));
      }
    }
    return forms;
  }

  private static ObjectNode response(Original original) {
    String predicateType =
        json(bytes(original.bundle().at("/dsseEnvelope/payload"))).path("predicateType").asText();
    ObjectNode response = MAPPER.createObjectNode();
    ArrayNode listed = response.putArray("attestations");
    listed.addObject().put("predicateType", predicateType).set("bundle", original.bundle());
    return response;
  }

  private static JsonNode embedded(ObjectNode response, String pointer, String member) {
    return json(bytes(response.at("/attestations/0/bundle" + pointer + "/" + member)));
  }

  private static byte[] bytes(JsonNode base64) {
    return Base64.getDecoder().decode(base64.asText());
  }

  public static JsonNode json(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
