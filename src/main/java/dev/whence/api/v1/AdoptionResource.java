package dev.whence.api.v1;

import dev.whence.api.v1.json.AdoptionJson;
import dev.whence.api.v1.paging.Params;
import dev.whence.catalog.count.AdoptionQueries;
import dev.whence.insight.adoption.AdoptionSeries;
import dev.whence.insight.adoption.AdoptionStep;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The adoption of provenance over time. */
@Path("/api/v1")
@RunOnVirtualThread
@Tag(name = "Catalog")
public class AdoptionResource {

  private static final String STEP_DESCRIPTION = "The length of a period.";

  private final AdoptionQueries queries;
  private final Clock clock;

  AdoptionResource(AdoptionQueries queries, Clock clock) {
    this.queries = queries;
    this.clock = clock;
  }

  @GET
  @Path("/adoption")
  @Produces(MediaType.APPLICATION_JSON)
  @CacheFor(CacheFor.LIST)
  @Operation(operationId = "getAdoption", summary = "Provenance over time")
  @Parameter(
      name = Params.STEP,
      in = ParameterIn.QUERY,
      description = STEP_DESCRIPTION,
      schema = @Schema(implementation = AdoptionStep.class, defaultValue = "month"),
      example = "month")
  public AdoptionJson json(@Context UriInfo uri) {
    return AdoptionJson.of(series(uri));
  }

  @GET
  @Path("/adoption.csv")
  @Produces(AdoptionCsv.MEDIA_TYPE)
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = "getAdoptionCsv",
      summary = "Provenance over time, as a table",
      description = "One row for each period. The columns are the fields of the JSON.")
  @Parameter(
      name = Params.STEP,
      in = ParameterIn.QUERY,
      description = STEP_DESCRIPTION,
      schema = @Schema(implementation = AdoptionStep.class, defaultValue = "month"),
      example = "month")
  public String csv(@Context UriInfo uri) {
    return AdoptionCsv.of(series(uri));
  }

  private AdoptionSeries series(UriInfo uri) {
    return AdoptionSeries.of(
        Params.read(uri, Params.ADOPTION)
            .choice(Params.STEP, AdoptionStep.class)
            .orElse(AdoptionStep.MONTH),
        queries.days(),
        queries.packagesByFirstVersion(),
        queries.packagesByFirstProvenance(),
        queries.undated(),
        LocalDate.now(clock));
  }
}
