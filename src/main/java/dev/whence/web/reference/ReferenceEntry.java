package dev.whence.web.reference;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** {@code /api/v1}: people type it before they know a path, so it leads to the list of paths. */
@Path("/api/v1")
public class ReferenceEntry {

  @GET
  public Response toReference() {
    return Response.seeOther(URI.create("/api")).build();
  }
}
