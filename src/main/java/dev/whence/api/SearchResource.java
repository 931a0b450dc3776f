package dev.whence.api;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.SearchQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Finds packages by text. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Packages")
public class SearchResource {

  private final SearchQueries queries;

  SearchResource(SearchQueries queries) {
    this.queries = queries;
  }

  @GET
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = "search",
      summary = "Packages whose name has a text",
      description =
          "The exact name first, then names that start with the text, then the rest, each by"
              + " downloads. Without q: all packages.")
  public ListJson<SearchHitJson> search(
      @RestQuery @Parameter(description = "Text in the name.") @Nullable String q,
      @RestQuery
          @Parameter(
              description = "Only packages whose latest version has this evidence.",
              schema = @Schema(implementation = Evidence.class))
          @Nullable String evidence,
      @BeanParam PageParams params) {
    String text = q == null ? "" : Params.text("q", q).strip();
    @Nullable Evidence wanted = Params.evidence(evidence);
    String query =
        "?q=" + Links.query(text) + (wanted == null ? "" : "&evidence=" + Slug.of(wanted));
    PageRequest request = PageRequest.of(params, Links.ROOT + "/search" + query, "/search" + query);
    return request.answer(
        queries.packages(text, wanted, request.offset(), request.limit()), SearchHitJson::of);
  }
}
