package dev.whence.api.v1;

import dev.whence.api.problem.ProblemException;
import dev.whence.api.v1.paging.Params;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.filter.RepositoryOrder;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.filter.VersionOrder;
import dev.whence.catalog.read.ListQueries;
import dev.whence.catalog.read.ListedVersion;
import dev.whence.catalog.read.PackageSummary;
import dev.whence.catalog.read.SearchQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists as tables, each in one answer. */
@Path("/api/v1")
@RunOnVirtualThread
@Tag(name = "Packages")
public class TablesResource {

  /** Some 5 MB, which stay in memory until the answer is sent. Longer tables need an export. */
  static final int MAX_ROWS = 20_000;

  private static final String DESCRIPTION =
      "The whole list in one answer, up to " + MAX_ROWS + " rows. A longer list is an error.";

  private static final String CLAIMS =
      " The columns provider, source_repository, commit, ref, workflow, trigger, run_url and"
          + " builder_id are what the provenance says. They are a claim unless evidence is"
          + " verified.";

  private final ListQueries queries;
  private final SearchQueries search;

  TablesResource(ListQueries queries, SearchQueries search) {
    this.queries = queries;
    this.search = search;
  }

  @GET
  @Path("/packages.csv")
  @Produces(ListCsv.MEDIA_TYPE)
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = OpenApiFilters.PACKAGES_CSV,
      summary = "Packages, as a table",
      description = DESCRIPTION + CLAIMS)
  public String packages(@Context UriInfo uri) {
    Parameters given = Params.read(uri, Params.PACKAGES);
    ListFilter<PackageField> filter = given.filter(PackageField.class);
    PackageOrder order = given.sort(PackageOrder.class);
    List<PackageSummary> found = queries.packagesUpTo(MAX_ROWS + 1, filter, order);
    return ListCsv.packages(bounded(found));
  }

  @GET
  @Path("/versions.csv")
  @Produces(ListCsv.MEDIA_TYPE)
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = OpenApiFilters.VERSIONS_CSV,
      summary = "Versions of all packages, as a table",
      description = DESCRIPTION + CLAIMS)
  public String versions(@Context UriInfo uri) {
    Parameters given = Params.read(uri, Params.VERSIONS);
    ListFilter<VersionField> filter = given.filter(VersionField.class);
    VersionOrder order = given.sort(VersionOrder.class);
    List<ListedVersion> found = queries.versionsUpTo(MAX_ROWS + 1, filter, order);
    return ListCsv.versions(bounded(found));
  }

  @GET
  @Path("/repositories.csv")
  @Produces(ListCsv.MEDIA_TYPE)
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = "listRepositoriesCsv",
      summary = "Repositories that something was built from, as a table",
      description = DESCRIPTION)
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description = Params.REPOSITORY_TEXT,
      example = "nuxt")
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      description = "The order of the list.",
      schema = @Schema(implementation = RepositoryOrder.class, defaultValue = "packages"))
  public String repositories(@Context UriInfo uri) {
    Parameters given = Params.read(uri, QueryParameter.ofRepositories());
    String text = given.text(QueryParameter.TEXT);
    RepositoryOrder order = given.sort(RepositoryOrder.class);
    return ListCsv.repositories(bounded(search.repositoriesUpTo(MAX_ROWS + 1, text, order)));
  }

  /** A part of a table would look like the whole table. */
  private static <T> List<T> bounded(List<T> rows) {
    if (rows.size() > MAX_ROWS) {
      throw ProblemException.tooLong(MAX_ROWS);
    }
    return rows;
  }
}
