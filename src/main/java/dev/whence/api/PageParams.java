package dev.whence.api;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of every list. Text, since a number that is none must give a problem. */
class PageParams {

  @RestQuery("limit")
  @Parameter(
      description = "How many items a page has at the most.",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
  @Nullable String limit;

  @RestQuery("pageToken")
  @Parameter(description = "nextPageToken of the page before; absent for the first page.")
  @Nullable String pageToken;
}
