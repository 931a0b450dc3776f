package dev.whence.web.error;

import dev.whence.web.ui.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers with a page where no other can be. What is below {@code /api} gets its problem document
 * from a filter there, which replaces this page.
 */
class ErrorPages {

  private static final Logger LOG = Logger.getLogger(ErrorPages.class);

  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private final Frames frames;

  ErrorPages(Frames frames) {
    this.frames = frames;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance error(ErrorView view);
  }

  @ServerExceptionMapper
  Response unknown(PageNotFoundException e, UriInfo uri) {
    return page(404, e.title(), e.sentence(), e.advice(), uri);
  }

  /** What the framework refuses, and redirects, which stay what they are. */
  @ServerExceptionMapper
  Response refused(WebApplicationException e, UriInfo uri) {
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    if (status >= 500) {
      return failed(e, uri);
    }
    return switch (status) {
      case 400 ->
          page(
              400,
              "This address cannot be read",
              "Something in the address or the request is not well-formed.",
              "Check it, or search for what you are looking for.",
              uri);
      case 404 ->
          page(
              404,
              "No such page",
              "There is no page at this address.",
              "Search for the package or the repository that you are looking for.",
              uri);
      default ->
          page(
              status,
              "This request is not answered",
              "Pages can only be read, as HTML.",
              "Open the address in a browser.",
              uri);
    };
  }

  @ServerExceptionMapper
  Response failed(Throwable e, UriInfo uri) {
    LOG.errorf(e, "Failed to answer %s", uri.getPath());
    return page(
        500,
        "This page failed",
        "Something went wrong on our side, and it has been logged.",
        "Nothing that is stored was lost. Try again in a while.",
        uri);
  }

  private Response page(int status, String title, String sentence, String advice, UriInfo uri) {
    ErrorView view =
        new ErrorView(frames.frameForError(title, uri.getPath()), status, sentence, advice);
    return Response.status(status)
        .type(HTML)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(Templates.error(view).render())
        .build();
  }
}
