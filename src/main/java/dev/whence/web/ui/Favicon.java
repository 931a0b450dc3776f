package dev.whence.web.ui;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where browsers look for an icon when what they show names none, as JSON does. */
@Path("/favicon.ico")
public class Favicon {

  private final Assets assets;

  Favicon(Assets assets) {
    this.assets = assets;
  }

  @GET
  public Response icon() {
    return Response.seeOther(URI.create(assets.paths().icon())).build();
  }
}
