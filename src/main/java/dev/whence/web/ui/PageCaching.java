package dev.whence.web.ui;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Says how long a page may be kept: long enough for many requests at once, but too short for
 * readers to notice.
 */
class PageCaching {

  private static final int OK = 200;
  private static final MediaType PICTURE = new MediaType("image", "svg+xml");

  @ServerResponseFilter
  void filter(ContainerResponseContext response) {
    @Nullable MediaType type = response.getMediaType();
    if (response.getStatus() == OK
        && type != null
        && (MediaType.TEXT_HTML_TYPE.isCompatible(type) || PICTURE.isCompatible(type))
        && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "public, max-age=30");
    }
  }
}
