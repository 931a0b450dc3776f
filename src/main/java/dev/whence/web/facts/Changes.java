package dev.whence.web.facts;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.VersionSummary;
import dev.whence.provenance.Builder;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between a version and a lower one. Only what is known of both is compared: a state
 * that we have not looked into is no change.
 */
public final class Changes {

  private static final String RENAMED = "repository's name";

  private Changes() {}

  /**
   * A thing that both versions state.
   *
   * @param what {@code repository}
   * @param before in the lower version
   * @param after in the version itself
   */
  public record Compared(String what, String before, String after) {
    public boolean isSame() {
      return before.equals(after);
    }
  }

  /** What changed, in words: {@code another repository}, {@code provenance lost}. */
  public static List<String> marks(VersionSummary version, VersionSummary lower) {
    @Nullable Boolean has = hasProvenance(version.evidence());
    @Nullable Boolean had = hasProvenance(lower.evidence());
    if (has == null || had == null) {
      return List.of();
    }
    if (!has.equals(had)) {
      return List.of(has ? "provenance gained" : "provenance lost");
    }
    return compare(version, lower).stream()
        .filter(compared -> !compared.isSame())
        .map(Changes::mark)
        .toList();
  }

  private static String mark(Compared compared) {
    return compared.what().equals(RENAMED) ? "repository renamed" : "another " + compared.what();
  }

  /** What both state, the same or not, in the order in which people read it. */
  public static List<Compared> compare(VersionSummary version, VersionSummary lower) {
    List<Compared> compared = new ArrayList<>();
    @Nullable Provenance after = version.provenance();
    @Nullable Provenance before = lower.provenance();
    if (after != null && before != null) {
      provenance(compared, before, after);
    }
    add(compared, "publisher", publisher(lower), publisher(version));
    return compared;
  }

  private static void provenance(List<Compared> compared, Provenance before, Provenance after) {
    add(
        compared,
        sameId(before, after) ? RENAMED : "repository",
        repository(before),
        repository(after));
    add(
        compared,
        "workflow",
        before.workflow() == null ? null : before.workflow().path(),
        after.workflow() == null ? null : after.workflow().path());
    add(compared, "ref", refKind(before.ref()), refKind(after.ref()));
    add(compared, "trigger", before.trigger(), after.trigger());
    add(compared, "runner", runner(before.builder()), runner(after.builder()));
    add(compared, "builder", builder(before.builder()), builder(after.builder()));
  }

  /** The forge's own id is the identity; names are labels that a rename changes. */
  private static boolean sameId(Provenance before, Provenance after) {
    return before.source() != null
        && after.source() != null
        && before.source().repositoryId() != null
        && before.source().repositoryId().equals(after.source().repositoryId());
  }

  private static @Nullable String repository(Provenance provenance) {
    @Nullable SourceRepository source = provenance.source();
    return source == null ? null : ProvenanceWords.name(source);
  }

  /** Each release has a tag of its own, so tags count as alike; branches count by name. */
  private static @Nullable String refKind(@Nullable String ref) {
    return ref == null ? null : ref.startsWith("refs/tags/") ? "a tag" : ProvenanceWords.ref(ref);
  }

  private static @Nullable String runner(@Nullable Builder builder) {
    return builder == null ? null : builder.runnerEnvironment();
  }

  /**
   * The builder without what differs from release to release or run to run: a builder's ref, the
   * number of a GitLab runner, and the runner's kind, which is compared on its own.
   */
  private static @Nullable String builder(@Nullable Builder builder) {
    return builder == null
        ? null
        : builder
            .id()
            .replaceFirst("@refs/.*", "")
            .replaceFirst("/-/runners/.*", "/-/runners")
            .replaceFirst("/(?:github|self)-hosted$", "");
  }

  /** CI in place of a person, or the other way round; one person for another is daily business. */
  private static @Nullable String publisher(VersionSummary version) {
    if (version.trustedPublisher() != null) {
      return "trusted publisher (" + version.trustedPublisher() + ")";
    }
    return version.publisher() == null ? null : "an npm account";
  }

  private static void add(
      List<Compared> compared, String what, @Nullable String before, @Nullable String after) {
    if (before != null && after != null) {
      compared.add(new Compared(what, before, after));
    }
  }

  /** Null where we do not know. */
  public static @Nullable Boolean hasProvenance(Evidence evidence) {
    return switch (evidence) {
      case VERIFIED, REJECTED, UNDECIDED, NOT_VERIFIED -> true;
      case NO_ATTESTATION, PUBLISH_ONLY -> false;
      case UNKNOWN, REMOVED, NOT_LOOKED_AT, REFUSED, FAILING, NOT_SERVED, UNREADABLE -> null;
    };
  }
}
