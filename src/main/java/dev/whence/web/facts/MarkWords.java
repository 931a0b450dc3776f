package dev.whence.web.facts;

import dev.whence.catalog.Evidence;
import dev.whence.insight.compare.Aspect;
import dev.whence.insight.compare.Change;
import dev.whence.insight.compare.ComparedAspect;
import dev.whence.insight.compare.Comparison;
import java.util.List;

/** Says each difference between a version and its baseline in a few words. */
public final class MarkWords {

  private static final String BRANCH = "branch ";

  private MarkWords() {}

  /** {@code no longer with provenance}, {@code built from branch fix, before: main}. */
  public static List<Mark> of(Comparison comparison) {
    return comparison.changes().stream().map(change -> mark(comparison, change)).toList();
  }

  private static Mark mark(Comparison comparison, Change change) {
    String text = text(comparison, change);
    if (change.isWarning()) {
      return Mark.warn(text);
    }
    return change.kind() == Change.Kind.PROVENANCE_FIRST
            && comparison.version().evidence() == Evidence.VERIFIED
        ? Mark.good(text)
        : Mark.plain(text);
  }

  private static String text(Comparison comparison, Change change) {
    return switch (change.kind()) {
      case PROVENANCE_REGAINED -> "with provenance again";
      case PROVENANCE_FIRST -> "first with provenance";
      case PROVENANCE_GAINED -> "has provenance, unlike " + before(comparison);
      case PROVENANCE_NOT_REJECTED -> "not rejected, unlike " + before(comparison);
      case PROVENANCE_REJECTED -> "rejected, unlike " + before(comparison);
      case PROVENANCE_LOST -> "no longer with provenance";
      case PROVENANCE_UNREADABLE -> "attestation unreadable, unlike " + before(comparison);
      case PROVENANCE_MISSING -> "attestation missing, unlike " + before(comparison);
      case PROVENANCE_INCONCLUSIVE -> "inconclusive, unlike " + before(comparison);
      case REMOVED -> "removed before we could fetch it";
      case REPOSITORY -> "built from " + repositories(change.aspect());
      case REPOSITORY_OF_SAME_NAME -> "built from another repository of the same name";
      case REPOSITORY_RENAMED -> "repository renamed to " + repositories(change.aspect());
      case REPOSITORY_OWNER -> "repository has another owner";
      case REF -> "built from " + refs(change.aspect());
      case WORKFLOW -> "workflow " + workflows(change.aspect());
      case TRIGGER -> "started by " + values(comparison, change.aspect());
      case RUNNER -> "on " + values(comparison, change.aspect());
      case BUILDER -> "another builder";
      case TRUSTED_PUBLISHING_LOST -> "no longer by trusted publishing";
      case TRUSTED_PUBLISHING_GAINED -> "now by trusted publishing";
      case TRUSTED_PUBLISHER -> "published by " + values(comparison, change.aspect());
      case NEW_ACCOUNT -> "first release by " + change.aspect().after();
    };
  }

  private static String before(Comparison comparison) {
    return AspectWords.baseline(comparison).version();
  }

  private static String values(Comparison comparison, ComparedAspect compared) {
    return both(AspectWords.after(comparison, compared), AspectWords.before(comparison, compared));
  }

  private static String both(String after, String before) {
    return after + ", before: " + before;
  }

  /** Without the forge's host if both are at the same forge. */
  private static String repositories(ComparedAspect compared) {
    String host = compared.after().substring(0, compared.after().indexOf('/') + 1);
    return compared.before().startsWith(host)
        ? both(
            compared.after().substring(host.length()), compared.before().substring(host.length()))
        : both(compared.after(), compared.before());
  }

  /** Only the file's name, if the two names differ. */
  private static String workflows(ComparedAspect compared) {
    String after = ProvenanceWords.fileName(compared.after());
    String before = ProvenanceWords.fileName(compared.before());
    return after.equals(before) ? both(compared.after(), compared.before()) : both(after, before);
  }

  private static String refs(ComparedAspect compared) {
    String after = ProvenanceWords.ref(compared.after());
    String before = ProvenanceWords.ref(compared.before());
    if (compared.aspect() == Aspect.REF && AspectWords.isTag(compared, compared.before())) {
      return both(after, "a tag");
    }
    return both(
        after,
        after.startsWith(BRANCH) && before.startsWith(BRANCH)
            ? before.substring(BRANCH.length())
            : before);
  }
}
