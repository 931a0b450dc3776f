package dev.whence.api.v1.paging;

import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.filter.QueryParameter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of every list, for the API's description. */
public class PageParams {

  @SuppressWarnings("NullAway.Init")
  @Context
  UriInfo uri;

  @RestQuery("limit")
  @Parameter(
      description = "The most items that one page has.",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
  @Nullable String limit;

  @RestQuery("pageToken")
  @Parameter(description = "The nextPageToken of the page before. Leave it out for the first page.")
  @Nullable String pageToken;

  /**
   * All query parameters of the request.
   *
   * @param legal the list's own parameters
   */
  public Parameters read(List<QueryParameter> legal) {
    return Params.readPaged(uri, legal);
  }

  /** The same for a list without parameters of its own. */
  public Parameters read() {
    return read(List.of());
  }
}
