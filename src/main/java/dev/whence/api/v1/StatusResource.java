package dev.whence.api.v1;

import dev.whence.address.JsonPaths;
import dev.whence.address.PagePaths;
import dev.whence.api.v1.json.FailureJson;
import dev.whence.api.v1.json.StatusJson;
import dev.whence.api.v1.paging.ListJson;
import dev.whence.api.v1.paging.PageParams;
import dev.whence.api.v1.paging.PageRequest;
import dev.whence.catalog.read.Installation;
import dev.whence.catalog.read.InstallationQueries;
import dev.whence.catalog.read.OverviewQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The contents of the catalog and the progress of the crawl. */
@Path("/api/v1/status")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Catalog", description = "The catalog as a whole.")
public class StatusResource {

  private final OverviewQueries queries;
  private final InstallationQueries installations;

  StatusResource(OverviewQueries queries, InstallationQueries installations) {
    this.queries = queries;
    this.installations = installations;
  }

  @GET
  @CacheFor(0)
  @Operation(
      operationId = "getStatus",
      summary = "What the catalog has, and the state of the crawl")
  public StatusJson status() {
    Installation installation = installations.installation();
    return StatusJson.of(
        queries.overview(0),
        queries.crawl(0, 0),
        installation.settings(),
        installation.feeds(),
        installation.freshness(),
        installation.silentSince(),
        installation.jobs(),
        installation.gaps());
  }

  @GET
  @Path("/failures")
  @CacheFor(0)
  @Operation(
      operationId = "listFailures",
      summary = "What we could not fetch",
      description =
          "Packages whose last crawl failed, and versions whose attestations we could not"
              + " fetch: the latest first, with the reason and the time of the next try.")
  public ListJson<FailureJson> failures(@BeanParam PageParams params) {
    PageRequest request =
        PageRequest.of(params.read(), JsonPaths.STATUS + "/failures", PagePaths.STATUS);
    return request.answer(
        queries.crawl(request.offset(), request.limit()).failures(), FailureJson::of);
  }
}
