package dev.whence.api.v1;

import dev.whence.address.ListPaths;
import dev.whence.api.v1.json.VersionItemJson;
import dev.whence.api.v1.paging.ListJson;
import dev.whence.api.v1.paging.PageParams;
import dev.whence.api.v1.paging.PageRequest;
import dev.whence.api.v1.paging.Params;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.filter.VersionOrder;
import dev.whence.catalog.read.ListQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Versions of all packages. */
@Path("/api/v1/versions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Packages")
public class VersionsResource {

  private final ListQueries queries;

  VersionsResource(ListQueries queries) {
    this.queries = queries;
  }

  @GET
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = OpenApiFilters.VERSIONS,
      summary = "Versions of all packages",
      description = "Filters are combined (AND).")
  public ListJson<VersionItemJson> list(@BeanParam PageParams params) {
    Parameters given = params.read(Params.VERSIONS);
    ListFilter<VersionField> filter = given.filter(VersionField.class);
    VersionOrder order = given.sort(VersionOrder.class);
    PageRequest request = PageRequest.of(given, "/versions" + ListPaths.query(filter, order));
    return request.answer(
        queries.versions(filter, order, request.offset(), request.limit()),
        listed -> VersionItemJson.of(listed.packageName(), listed.summary()));
  }
}
