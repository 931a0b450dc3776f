package dev.whence.api;

import dev.whence.catalog.EvidenceWord;
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

/** Finds packages, repositories and versions by text. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Packages")
public class SearchResource {

  /** So many of what is found beside packages; their own lists have the rest. */
  private static final int FIRST = 10;

  private final SearchQueries queries;

  SearchResource(SearchQueries queries) {
    this.queries = queries;
  }

  @GET
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = "search",
      summary = "Packages, repositories and versions by a text",
      description =
          "The exact name first, then names that start with the text, then the rest, each by"
              + " downloads. Without q: all packages. Beside them the repositories that the text names,"
              + " and versions where it is a commit, the number or address of a run, a digest or a"
              + " transparency log index.")
  public SearchJson search(
      @RestQuery @Parameter(description = "What to look for.") @Nullable String q,
      @RestQuery
          @Parameter(
              description = "Only packages whose latest version has this evidence.",
              schema = @Schema(implementation = EvidenceWord.class))
          @Nullable String evidence,
      @BeanParam PageParams params) {
    String text = q == null ? "" : Params.text("q", q).strip();
    @Nullable EvidenceWord wanted = Params.evidence(evidence);
    String query = "?q=" + Links.query(text) + (wanted == null ? "" : "&evidence=" + wanted.text());
    PageRequest request = PageRequest.of(params, Links.ROOT + "/search" + query, "/search" + query);
    ListJson<SearchHitJson> packages =
        request.answer(
            queries.packages(text, wanted, request.offset(), request.limit()), SearchHitJson::of);
    return SearchJson.of(
        packages, queries.repositories(text, 0, FIRST), queries.versions(text, FIRST));
  }
}
