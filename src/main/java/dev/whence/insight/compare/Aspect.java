package dev.whence.insight.compare;

import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.Builder;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The properties by which two versions are compared, in the order in which pages show them. */
public enum Aspect {
  EVIDENCE,
  REPOSITORY,
  REF,
  WORKFLOW,
  TRIGGER,
  RUNNER,
  BUILDER,
  PUBLISHER;

  /** The aspects that a provenance states. The other two are known without provenance. */
  static final List<Aspect> STATED = List.of(REPOSITORY, REF, WORKFLOW, TRIGGER, RUNNER, BUILDER);

  private static final String TAG = "refs/tags/";

  /** The value as the version states it; absent if it states none. */
  @Nullable String value(VersionSummary version) {
    @Nullable Provenance stated = version.provenance();
    return switch (this) {
      case EVIDENCE -> version.evidence().word().text();
      case REPOSITORY -> stated == null || stated.source() == null ? null : name(stated.source());
      case REF -> stated == null ? null : stated.ref();
      case WORKFLOW ->
          stated == null || stated.workflow() == null ? null : stated.workflow().path();
      case TRIGGER -> stated == null ? null : stated.trigger();
      case RUNNER ->
          stated == null || stated.builder() == null ? null : stated.builder().runnerEnvironment();
      case BUILDER -> stated == null ? null : builder(stated.builder());
      case PUBLISHER ->
          version.trustedPublisher() == null ? version.publisher() : version.trustedPublisher();
    };
  }

  /** True where both state the same; both must state a value. */
  boolean isSame(VersionSummary one, VersionSummary other) {
    @Nullable SourceRepository source = source(one);
    @Nullable SourceRepository otherSource = source(other);
    if (this == REPOSITORY && source != null && otherSource != null) {
      return source.isSame(otherSource);
    }
    return asked(one).equals(asked(other));
  }

  /**
   * The keys under which a version's value is stored, so that {@link #asked} finds it. A repository
   * is stored under its id and its names, because some provenances state names only.
   */
  List<String> kept(VersionSummary version) {
    if (this != REPOSITORY) {
      return asked(version);
    }
    @Nullable SourceRepository source = source(version);
    if (source == null) {
      return List.of();
    }
    String names = name(source).toLowerCase(Locale.ROOT);
    return List.of(
        "names " + names,
        source.repositoryId() == null
            ? "without id " + names
            : "id " + source.host() + " " + source.repositoryId());
  }

  /** The keys that find equal values among the stored ones; empty if the version states none. */
  List<String> asked(VersionSummary version) {
    @Nullable String value = value(version);
    if (value == null) {
      return List.of();
    }
    return switch (this) {
      case REPOSITORY -> askedRepository(source(version));
      // Each release has a tag of its own, so all tags count as the same value; branches count by
      // name.
      case REF -> List.of(value.startsWith(TAG) ? TAG : value);
      case PUBLISHER ->
          List.of((version.trustedPublisher() == null ? "account " : "trusted ") + value);
      case EVIDENCE, WORKFLOW, TRIGGER, RUNNER, BUILDER -> List.of(value);
    };
  }

  private static List<String> askedRepository(@Nullable SourceRepository source) {
    if (source == null) {
      return List.of();
    }
    String names = name(source).toLowerCase(Locale.ROOT);
    return source.repositoryId() == null
        ? List.of("names " + names)
        : List.of("id " + source.host() + " " + source.repositoryId(), "without id " + names);
  }

  static @Nullable SourceRepository source(VersionSummary version) {
    return version.provenance() == null ? null : version.provenance().source();
  }

  private static String name(SourceRepository source) {
    return source.host() + "/" + source.owner() + "/" + source.name();
  }

  /**
   * The builder without the parts that differ between releases or runs: the builder's ref and the
   * number of a GitLab runner. It is also without the runner's kind, which has its own aspect.
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
}
