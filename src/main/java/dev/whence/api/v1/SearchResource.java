package dev.whence.api.v1;

import dev.whence.address.ListPaths;
import dev.whence.api.v1.json.PackageItemJson;
import dev.whence.api.v1.json.SearchJson;
import dev.whence.api.v1.paging.ListJson;
import dev.whence.api.v1.paging.PageParams;
import dev.whence.api.v1.paging.PageRequest;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.read.ListQueries;
import dev.whence.catalog.read.SearchQueries;
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

/** Finds packages, repositories and versions by text. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Packages")
public class SearchResource {

  /** The number of results of each kind beside packages; each kind's own list has all of them. */
  private static final int FIRST = 10;

  private final ListQueries lists;
  private final SearchQueries queries;

  SearchResource(ListQueries lists, SearchQueries queries) {
    this.lists = lists;
    this.queries = queries;
  }

  @GET
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = "search",
      summary = "Packages, repositories and versions that a text finds",
      description =
          "Packages as in the list of packages, with the exact name first. Also the"
              + " repositories that the text names, and versions if the text is a commit, the"
              + " number or address of a run, a digest or a transparency log index.")
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description = "What to look for.",
      example = "nuxt")
  @Parameter(
      name = "evidence",
      in = ParameterIn.QUERY,
      description = "Only packages whose latest version has this evidence.",
      schema = @Schema(implementation = EvidenceWord.class))
  public SearchJson search(@BeanParam PageParams params) {
    Parameters given = params.read(QueryParameter.ofSearch());
    ListFilter<PackageField> filter = given.filter(PackageField.class);
    String text = given.text(QueryParameter.TEXT);
    PageRequest request = PageRequest.of(given, "/search" + ListPaths.query(filter));
    ListJson<PackageItemJson> packages =
        request.answer(
            lists.packages(filter, PackageOrder.MATCH, request.offset(), request.limit()),
            PackageItemJson::of);
    return SearchJson.of(
        packages, queries.repositories(text, 0, FIRST), queries.versions(text, FIRST));
  }
}
