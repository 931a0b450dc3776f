package dev.whence.api;

import dev.whence.catalog.AdoptionQueries;
import dev.whence.insight.AdoptionSeries;
import dev.whence.insight.AdoptionStep;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How provenance is adopted over time. */
@Path("/api/v1")
@RunOnVirtualThread
@Tag(name = "Catalog")
public class AdoptionResource {

  private static final String STEP_DESCRIPTION = "How long a period is.";

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
  public AdoptionJson json(
      @RestQuery
          @Parameter(
              description = STEP_DESCRIPTION,
              schema = @Schema(implementation = AdoptionStep.class, defaultValue = "month"),
              example = "month")
          @Nullable String step) {
    return AdoptionJson.of(series(step));
  }

  @GET
  @Path("/adoption.csv")
  @Produces(AdoptionCsv.MEDIA_TYPE)
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = "getAdoptionCsv",
      summary = "Provenance over time, as a table",
      description = "One row a period; the columns are those of the JSON, flattened.")
  public String csv(
      @RestQuery
          @Parameter(
              description = STEP_DESCRIPTION,
              schema = @Schema(implementation = AdoptionStep.class, defaultValue = "month"),
              example = "month")
          @Nullable String step) {
    return AdoptionCsv.of(series(step));
  }

  private AdoptionSeries series(@Nullable String step) {
    return AdoptionSeries.of(
        Params.step(step),
        queries.days(),
        queries.packagesByFirstVersion(),
        queries.packagesByFirstProvenance(),
        LocalDate.now(clock));
  }
}
