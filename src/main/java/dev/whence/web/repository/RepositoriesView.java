package dev.whence.web.repository;

import dev.whence.catalog.Page;
import dev.whence.catalog.RepositoryOrder;
import dev.whence.catalog.RepositorySummary;
import dev.whence.provenance.Slug;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Lists;
import dev.whence.web.ui.NavItem;
import dev.whence.web.ui.Pager;
import dev.whence.web.ui.Paths;
import dev.whence.web.ui.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Repositories that something was built from.
 *
 * @param text what their names have; empty for all
 * @param csv the list as a table for machines
 */
public record RepositoriesView(
    Frame frame,
    String text,
    RepositoryOrder order,
    String csv,
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
   * @param id the forge's id where the name is another repository's now; absent otherwise
   */
  public record Row(
      String owner,
      String name,
      @Nullable String id,
      String path,
      long packages,
      String packagesPath,
      long versions,
      String versionsPath,
      long workflows,
      @Nullable When lastBuilt) {}

  /** An order of the list. */
  public record Order(String value, String title, boolean isCurrent) {}

  /** The orders of the list, by what comes first. */
  public List<Order> orders() {
    return List.of(RepositoryOrder.values()).stream()
        .map(one -> new Order(Slug.of(one), words(one), one == order))
        .toList();
  }

  private static String words(RepositoryOrder order) {
    return switch (order) {
      case PACKAGES -> "most packages first";
      case VERSIONS -> "most versions first";
      case WORKFLOWS -> "most workflows first";
      case LAST_BUILT -> "last built first";
      case NAME -> "by name";
    };
  }

  static RepositoriesView of(
      Page<RepositorySummary> page, String text, RepositoryOrder order, Frame frame) {
    String query = SortColumn.query(text, order);
    return new RepositoriesView(
        frame.at(NavItem.REPOSITORIES).withJson("/api/v1/repositories" + query),
        text,
        order,
        "/api/v1/repositories.csv" + query,
        page.total(),
        sentence(page.total(), text),
        SortColumn.all(text, order),
        page.items().stream().map(summary -> row(summary, frame)).toList(),
        Pager.of(page, PATH + query));
  }

  private static String sentence(long total, String text) {
    if (!text.isEmpty()) {
      return Amount.of(total, "repository", "repositories")
          + " that something was built from, whose name has “"
          + text
          + "” or whose address it is.";
    }
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
        summary.repository().isPassedOn() ? summary.repository().repositoryId() : null,
        Paths.repository(summary.repository()),
        summary.packages(),
        lists.packagesPath(),
        summary.versions(),
        lists.versionsPath(),
        summary.workflows(),
        summary.lastBuiltAt() == null ? null : frame.when(summary.lastBuiltAt()));
  }
}
