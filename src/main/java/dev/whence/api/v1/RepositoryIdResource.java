package dev.whence.api.v1;

import dev.whence.address.JsonPaths;
import dev.whence.address.ListPaths;
import dev.whence.api.problem.ProblemException;
import dev.whence.api.v1.json.LinksJson;
import dev.whence.api.v1.json.RepositoryJson;
import dev.whence.api.v1.json.WorkflowJson;
import dev.whence.api.v1.paging.PageParams;
import dev.whence.api.v1.paging.PageRequest;
import dev.whence.api.v1.paging.Params;
import dev.whence.catalog.read.RepositoryQueries;
import dev.whence.catalog.read.UnfetchedQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Source repositories by the forge's id. It stays the same if the repository gets another name, or
 * if another repository gets its name.
 */
@Path("/api/v1/repository-id/{host}/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Repositories")
public class RepositoryIdResource {

  private static final String ID_DESCRIPTION =
      "The forge's number of the repository, such as 71895921.";

  private final RepositoryQueries queries;
  private final UnfetchedQueries unfetched;

  RepositoryIdResource(RepositoryQueries queries, UnfetchedQueries unfetched) {
    this.queries = queries;
    this.unfetched = unfetched;
  }

  @GET
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = "getRepositoryById",
      summary = "What was built from one repository, by its id",
      description =
          "Everything that it built under all of its names, even if other repositories"
              + " have these names now.")
  public RepositoryJson find(
      @RestPath
          @Parameter(description = RepositoriesResource.HOST_DESCRIPTION, example = "github.com")
          String host,
      @RestPath @Parameter(description = ID_DESCRIPTION, example = "71895921") String id) {
    return queries
        .findById(Params.text("host", host), Params.text("id", id))
        .map(
            found ->
                RepositoryJson.of(
                    found, unfetched.besides(ListPaths.builtFrom(found.repository()).versions())))
        .orElseThrow(() -> ProblemException.unknownRepository(host + "/" + id));
  }

  @GET
  @Path(JsonPaths.OF_REPOSITORY + "{path: .+}")
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = "getWorkflowOfRepositoryId",
      summary = "What one workflow built, by the repository's id",
      description = "Its versions are a list in pages, the newest first.")
  public WorkflowJson workflow(
      @RestPath
          @Parameter(description = RepositoriesResource.HOST_DESCRIPTION, example = "github.com")
          String host,
      @RestPath @Parameter(description = ID_DESCRIPTION, example = "71895921") String id,
      @RestPath
          @Parameter(
              description = RepositoriesResource.WORKFLOW_DESCRIPTION,
              example = ".github/workflows/release.yml")
          String path,
      @BeanParam PageParams params) {
    LinksJson links =
        LinksJson.toWorkflow(
            Params.text("host", host), Params.text("id", id), Params.text("path", path));
    PageRequest request = PageRequest.of(params.read(), links.self(), links.html());
    return queries
        .findWorkflowById(host, id, path, request.offset(), request.limit())
        .map(found -> WorkflowJson.of(found, request))
        .orElseThrow(() -> ProblemException.unknownWorkflow(host + "/" + id, path));
  }
}
