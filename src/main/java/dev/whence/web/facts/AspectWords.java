package dev.whence.web.facts;

import dev.whence.catalog.read.VersionSummary;
import dev.whence.insight.compare.Aspect;
import dev.whence.insight.compare.ComparedAspect;
import dev.whence.insight.compare.ComparedAspect.Outcome;
import dev.whence.insight.compare.Comparison;
import dev.whence.provenance.SourceRepository;
import org.jspecify.annotations.Nullable;

/** Words for the aspects by which two versions are compared, and for their values. */
public final class AspectWords {

  private AspectWords() {}

  /** {@code repository}. */
  public static String name(Aspect aspect) {
    return switch (aspect) {
      case EVIDENCE -> "provenance";
      case REPOSITORY -> "repository";
      case REF -> "branch or tag";
      case WORKFLOW -> "workflow";
      case TRIGGER -> "trigger";
      case RUNNER -> "runner";
      case BUILDER -> "builder";
      case PUBLISHER -> "published by";
    };
  }

  /** The equal aspects, as a list: {@code the same repository, branch, publisher}. */
  public static String same(ComparedAspect compared) {
    return switch (compared.aspect()) {
      case EVIDENCE -> "state of provenance";
      case REF -> isTag(compared, compared.after()) ? "kind of ref (a tag)" : "branch";
      case PUBLISHER -> "publisher";
      case REPOSITORY, WORKFLOW, TRIGGER, RUNNER, BUILDER -> name(compared.aspect());
    };
  }

  /** The value of the baseline. */
  public static String before(Comparison comparison, ComparedAspect compared) {
    VersionSummary version = baseline(comparison);
    return value(version, compared, compared.before()) + identity(version, comparison, compared);
  }

  /** The value of the version. */
  public static String after(Comparison comparison, ComparedAspect compared) {
    VersionSummary version = comparison.version();
    return value(version, compared, compared.after()) + identity(version, comparison, compared);
  }

  /** True for a ref that is a tag. */
  static boolean isTag(ComparedAspect compared, String value) {
    return compared.aspect() == Aspect.REF && value.startsWith("refs/tags/");
  }

  static VersionSummary baseline(Comparison comparison) {
    if (comparison.baseline() == null) {
      throw new IllegalArgumentException(comparison.version().version() + " is compared with none");
    }
    return comparison.baseline().version();
  }

  private static String value(VersionSummary version, ComparedAspect compared, String value) {
    return switch (compared.aspect()) {
      case REF -> ProvenanceWords.ref(value);
      case RUNNER -> ProvenanceWords.runner(value);
      case PUBLISHER -> PublisherWords.kind(version, value);
      case EVIDENCE, REPOSITORY, WORKFLOW, TRIGGER, BUILDER -> value;
    };
  }

  /** The forge's id, if the names are equal and only the ids differ. */
  private static String identity(
      VersionSummary version, Comparison comparison, ComparedAspect compared) {
    @Nullable SourceRepository source = source(version);
    if (source == null
        || compared.aspect() != Aspect.REPOSITORY
        || compared.isSame()
        || !comparison.hasSameRepositoryName()) {
      return "";
    }
    return compared.outcome() == Outcome.RENAMED
        ? " (owner's id " + source.ownerId() + ")"
        : " (id " + source.repositoryId() + ")";
  }

  private static @Nullable SourceRepository source(VersionSummary version) {
    return version.provenance() == null ? null : version.provenance().source();
  }
}
