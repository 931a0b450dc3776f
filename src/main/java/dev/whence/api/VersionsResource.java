package dev.whence.api;

import dev.whence.catalog.ListFilter;
import dev.whence.catalog.ListQueries;
import dev.whence.catalog.VersionField;
import dev.whence.catalog.VersionOrder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
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
      description = "Those for which every parameter holds that is given.")
  public ListJson<VersionItemJson> list(@BeanParam PageParams params, @Context UriInfo uri) {
    ListFilter<VersionField> filter = Params.filter(VersionField.class, uri);
    VersionOrder order = Params.sort(VersionOrder.class, uri);
    PageRequest request = PageRequest.of(params, "/versions" + filter.query(order));
    return request.answer(
        queries.versions(filter, order, request.offset(), request.limit()),
        listed -> VersionItemJson.of(listed.packageName(), listed.summary()));
  }
}
