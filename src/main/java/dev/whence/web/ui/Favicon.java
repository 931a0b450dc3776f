package dev.whence.web.ui;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The icon at the address where browsers look if the content names none, for example JSON. */
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
