package dev.whence.web.version;

import dev.whence.catalog.VersionDetail;
import dev.whence.catalog.VersionSummary;
import dev.whence.web.facts.Changes;
import dev.whence.web.ui.Paths;
import dev.whence.web.ui.Sentence;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A version beside the next lower one that has provenance.
 *
 * @param compared what both state; shown unfolded where something differs
 */
public record ComparisonView(Sentence sentence, String lower, List<Row> compared, boolean isSame) {

  /** One line of the comparison. */
  public record Row(String what, String before, String after, boolean isSame) {}

  /** Absent where no lower version has provenance. */
  static @Nullable ComparisonView of(VersionDetail version) {
    @Nullable VersionSummary lower = version.previous();
    if (lower == null) {
      return null;
    }
    Sentence.Writer out =
        Sentence.write()
            .words("Compared with ")
            .page(Paths.version(version.packageName().value(), lower.version()), lower.version())
            .words(", the next lower version with provenance: ");
    if (Boolean.FALSE.equals(Changes.hasProvenance(version.summary().evidence()))) {
      return new ComparisonView(
          out.mark("warn", "this version has no provenance, that one had.").end(),
          lower.version(),
          List.of(),
          false);
    }
    List<Changes.Compared> compared = Changes.compare(version.summary(), lower);
    boolean isSame = compared.stream().allMatch(Changes.Compared::isSame);
    return new ComparisonView(
        sentence(out, compared, isSame), lower.version(), rows(compared), isSame);
  }

  private static Sentence sentence(
      Sentence.Writer out, List<Changes.Compared> compared, boolean isSame) {
    if (compared.isEmpty()) {
      return out.words("nothing is known of both.").end();
    }
    String same = names(compared, true);
    return isSame
        ? out.words("the same " + same + ".").end()
        : out.mark("warn", "another " + names(compared, false))
            .words(same.isEmpty() ? "." : "; the same " + same + ".")
            .end();
  }

  private static String names(List<Changes.Compared> compared, boolean same) {
    return compared.stream()
        .filter(one -> one.isSame() == same)
        .map(Changes.Compared::what)
        .collect(Collectors.joining(", "));
  }

  private static List<Row> rows(List<Changes.Compared> compared) {
    return compared.stream()
        .map(one -> new Row(one.what(), one.before(), one.after(), one.isSame()))
        .toList();
  }
}
