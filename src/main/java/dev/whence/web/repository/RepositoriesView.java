package dev.whence.web.repository;

import dev.whence.catalog.Page;
import dev.whence.catalog.RepositoryOrder;
import dev.whence.catalog.RepositorySummary;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Lists;
import dev.whence.web.ui.NavItem;
import dev.whence.web.ui.Pager;
import dev.whence.web.ui.Paths;
import dev.whence.web.ui.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All repositories that something was built from. */
public record RepositoriesView(
    Frame frame,
    long total,
    String sentence,
    List<SortColumn> columns,
    List<Row> rows,
    Pager pager) {

  static final String PATH = "/repositories";

  /**
   * A repository in the list.
   *
   * @param owner host and owner, as the beginning of the name
   */
  public record Row(
      String owner,
      String name,
      String path,
      long packages,
      String packagesPath,
      long versions,
      String versionsPath,
      long workflows,
      @Nullable When lastBuilt) {}

  static RepositoriesView of(Page<RepositorySummary> page, RepositoryOrder order, Frame frame) {
    return new RepositoriesView(
        frame.at(NavItem.REPOSITORIES).withJson("/api/v1/repositories"),
        page.total(),
        sentence(page.total()),
        SortColumn.all(order),
        page.items().stream().map(summary -> row(summary, frame)).toList(),
        Pager.of(page, SortColumn.path(order)));
  }

  private static String sentence(long total) {
    return total == 0
        ? "Nothing in this catalog has a readable provenance yet, so no repository is known to"
            + " have built anything."
        : "The packages of this catalog were built from "
            + Amount.of(total, "repository", "repositories")
            + ", as far as their provenance says.";
  }

  private static Row row(RepositorySummary summary, Frame frame) {
    Lists.Built lists = Lists.builtFrom(summary.repository());
    return new Row(
        summary.repository().host() + "/" + summary.repository().owner() + "/",
        summary.repository().name(),
        Paths.repository(summary.repository()),
        summary.packages(),
        lists.packagesPath(),
        summary.versions(),
        lists.versionsPath(),
        summary.workflows(),
        summary.lastBuiltAt() == null ? null : frame.when(summary.lastBuiltAt()));
  }
}
