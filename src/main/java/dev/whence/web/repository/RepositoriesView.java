package dev.whence.web.repository;

import dev.whence.address.JsonPaths;
import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.filter.RepositoryOrder;
import dev.whence.catalog.read.RepositorySummary;
import dev.whence.provenance.Slug;
import dev.whence.web.form.FilterForm;
import dev.whence.web.form.FormField;
import dev.whence.web.form.PageParameters;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.NavItem;
import dev.whence.web.ui.Pager;
import dev.whence.web.ui.When;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of repositories from which something was built.
 *
 * @param form the filter by name, and the order
 * @param csv the list as a table for machines
 */
public record RepositoriesView(
    Frame frame,
    FilterForm form,
    String csv,
    long total,
    String sentence,
    List<SortColumn> columns,
    List<Row> rows,
    Pager pager) {

  static final String PATH = PagePaths.REPOSITORIES;

  static final PageParameters PARAMETERS =
      PageParameters.of(
          List.of(
              FormField.text("Part of owner/name, or an address"),
              FormField.order(RepositoryOrder.class, words())),
          List.of(QueryParameter.page()));

  /**
   * A repository in the list.
   *
   * @param owner host and owner, as the beginning of the name
   * @param id the forge's id, if the name belongs to another repository now; otherwise absent
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

  private static Map<RepositoryOrder, String> words() {
    Map<RepositoryOrder, String> words = new EnumMap<>(RepositoryOrder.class);
    words.put(RepositoryOrder.PACKAGES, "most packages first");
    words.put(RepositoryOrder.VERSIONS, "most versions first");
    words.put(RepositoryOrder.WORKFLOWS, "most workflows first");
    words.put(RepositoryOrder.LAST_BUILT, "last built first");
    words.put(RepositoryOrder.NAME, "by name");
    return words;
  }

  private static FilterForm form(String text, RepositoryOrder order) {
    Map<String, String> values =
        Map.of(QueryParameter.TEXT, text, QueryParameter.SORT, Slug.of(order));
    List<FilterForm.Condition> conditions =
        text.isEmpty()
            ? List.of()
            : List.of(
                new FilterForm.Condition("“" + text + "”", PATH + SortColumn.query("", order)));
    return FilterForm.of(PATH, PARAMETERS, values, conditions);
  }

  static RepositoriesView of(
      Page<RepositorySummary> page, String text, RepositoryOrder order, Frame frame) {
    String query = SortColumn.query(text, order);
    return new RepositoriesView(
        frame.at(NavItem.REPOSITORIES).withJson(JsonPaths.REPOSITORIES + query),
        form(text, order),
        JsonPaths.REPOSITORIES + ".csv" + query,
        page.total(),
        sentence(page.total(), text),
        SortColumn.all(text, order),
        page.items().stream().map(summary -> row(summary, frame)).toList(),
        Pager.of(page, PATH + query));
  }

  private static String sentence(long total, String text) {
    if (!text.isEmpty()) {
      return Amount.of(total, "repository", "repositories")
          + (total == 1 ? " has" : " have")
          + " built packages in this catalog and match “"
          + text
          + "”.";
    }
    return total == 0
        ? "No package in this catalog has provenance yet, so we know no repository."
        : Amount.of(total, "repository", "repositories")
            + (total == 1 ? " has" : " have")
            + " built packages in this catalog.";
  }

  private static Row row(RepositorySummary summary, Frame frame) {
    ListPaths.Built lists = ListPaths.builtFrom(summary.repository());
    return new Row(
        summary.repository().host() + "/" + summary.repository().owner() + "/",
        summary.repository().name(),
        summary.repository().isPassedOn() ? summary.repository().repositoryId() : null,
        PagePaths.repository(summary.repository()),
        summary.packages(),
        lists.packagesPath(),
        summary.versions(),
        lists.versionsPath(),
        summary.workflows(),
        summary.lastBuiltAt() == null ? null : frame.when(summary.lastBuiltAt()));
  }
}
