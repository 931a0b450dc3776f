package dev.whence.api.v1;

import dev.whence.address.JsonPaths;
import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.api.problem.ProblemException;
import dev.whence.api.v1.json.LinksJson;
import dev.whence.api.v1.json.RepositoryItemJson;
import dev.whence.api.v1.json.RepositoryJson;
import dev.whence.api.v1.json.WorkflowJson;
import dev.whence.api.v1.paging.ListJson;
import dev.whence.api.v1.paging.PageParams;
import dev.whence.api.v1.paging.PageRequest;
import dev.whence.api.v1.paging.Params;
import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.filter.RepositoryOrder;
import dev.whence.catalog.read.RepositoryQueries;
import dev.whence.catalog.read.SearchQueries;
import dev.whence.catalog.read.UnfetchedQueries;
import dev.whence.provenance.Slug;
import dev.whence.provenance.SourceRepository;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Source repositories and their workflows. */
@Path("/api/v1/repositories")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
    name = "Repositories",
    description = "What was built from which repository, by which workflow.")
public class RepositoriesResource {

  /** Owner and name; the owner may have slashes, because GitLab's groups are nested. */
  private static final String REPOSITORY = "/{host}/{repository: .+?/[^/]+}";

  static final String HOST_DESCRIPTION = "The forge, such as github.com.";
  static final String WORKFLOW_DESCRIPTION =
      "The workflow's file, such as .github/workflows/release.yml.";
  private static final String REPOSITORY_DESCRIPTION =
      "owner/name, or group/subgroup/name at GitLab. Upper and lower case mean the same.";

  private final RepositoryQueries queries;
  private final UnfetchedQueries unfetched;
  private final SearchQueries search;

  RepositoriesResource(
      RepositoryQueries queries, SearchQueries search, UnfetchedQueries unfetched) {
    this.queries = queries;
    this.unfetched = unfetched;
    this.search = search;
  }

  @GET
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = "listRepositories",
      summary = "Repositories that something was built from",
      description =
          "With q: repositories whose owner/name contains the text, or whose address it" + " is.")
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
  public ListJson<RepositoryItemJson> list(@BeanParam PageParams params) {
    Parameters given = params.read(QueryParameter.ofRepositories());
    String text = given.text(QueryParameter.TEXT);
    RepositoryOrder order = given.sort(RepositoryOrder.class);
    String query = query(text, order);
    PageRequest request = PageRequest.of(given, PagePaths.REPOSITORIES + query);
    return request.answer(
        search.repositories(text, order, request.offset(), request.limit()),
        RepositoryItemJson::of);
  }

  private static String query(String text, RepositoryOrder order) {
    String sort = order == RepositoryOrder.PACKAGES ? "" : "sort=" + Slug.of(order);
    String q = text.isEmpty() ? "" : "q=" + PagePaths.parameter(text);
    String both = q + (q.isEmpty() || sort.isEmpty() ? "" : "&") + sort;
    return both.isEmpty() ? "" : "?" + both;
  }

  @GET
  @Path(REPOSITORY)
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = "getRepository",
      summary = "What was built from one repository",
      description =
          "The repository that has this name now, with everything that it built under other"
              + " names. Other repositories that had the name are listed.")
  public RepositoryJson find(
      @RestPath @Parameter(description = HOST_DESCRIPTION, example = "github.com") String host,
      @RestPath @Parameter(description = REPOSITORY_DESCRIPTION, example = "nuxt/nuxt")
          String repository) {
    SourceRepository wanted = repository(host, repository);
    return queries
        .find(wanted.host(), wanted.owner(), wanted.name())
        .map(
            found ->
                RepositoryJson.of(
                    found, unfetched.besides(ListPaths.builtFrom(found.repository()).versions())))
        .orElseThrow(() -> ProblemException.unknownRepository(wanted.url()));
  }

  @GET
  @Path(REPOSITORY + JsonPaths.OF_REPOSITORY + "{path: .+}")
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = "getWorkflow",
      summary = "What one workflow built",
      description = "Its versions are a list in pages, the newest first.")
  public WorkflowJson workflow(
      @RestPath @Parameter(description = HOST_DESCRIPTION, example = "github.com") String host,
      @RestPath @Parameter(description = REPOSITORY_DESCRIPTION, example = "nuxt/nuxt")
          String repository,
      @RestPath
          @Parameter(description = WORKFLOW_DESCRIPTION, example = ".github/workflows/release.yml")
          String path,
      @BeanParam PageParams params) {
    SourceRepository wanted = repository(host, repository);
    LinksJson links = LinksJson.toWorkflow(wanted, Params.text("path", path));
    PageRequest request = PageRequest.of(params.read(), links.self(), links.html());
    return queries
        .findWorkflow(
            wanted.host(), wanted.owner(), wanted.name(), path, request.offset(), request.limit())
        .map(found -> WorkflowJson.of(found, request))
        .orElseThrow(() -> ProblemException.unknownWorkflow(wanted.url(), path));
  }

  private static SourceRepository repository(String host, String ownerAndName) {
    int slash = ownerAndName.lastIndexOf('/');
    return SourceRepository.named(
        Params.text("host", host),
        Params.text("repository", ownerAndName.substring(0, slash)),
        Params.text("repository", ownerAndName.substring(slash + 1)));
  }
}
