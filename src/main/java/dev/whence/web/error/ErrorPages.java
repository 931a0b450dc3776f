package dev.whence.web.error;

import dev.whence.catalog.CatalogException;
import dev.whence.web.form.RefusedException;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Frames;
import dev.whence.web.ui.NotHere;
import dev.whence.web.ui.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Answers errors with a page. For addresses below {@code /api}, a filter there replaces this page
 * with a problem.
 */
@Singleton
public class ErrorPages {

  private static final Logger LOG = Logger.getLogger(ErrorPages.class);

  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  /**
   * The time after a 503 until a client may ask again: long enough for a burst of requests to end.
   */
  public static final int RETRY_SECONDS = 10;

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
    Frame frame = frames.frameForError(e.title(), uri.getPath());
    @Nullable String name = e.packageName();
    NotHere text = NotHere.of(e.sentence());
    ErrorView view =
        new ErrorView(
            e.json() == null ? frame : frame.withJson(e.json()),
            404,
            name == null ? text : here(text.at(name, frame), name, e.isAddable()),
            e.advice(),
            null);
    return page(view);
  }

  private static NotHere here(NotHere text, String name, boolean isAddable) {
    return isAddable ? text.withCommand(name) : text;
  }

  /** An error in an address, beside the form field with the error. */
  @ServerExceptionMapper
  Response refused(RefusedException e, UriInfo uri) {
    Frame frame = frames.frameForError("This address cannot be used", uri.getPath());
    Sentence advice =
        Sentence.write()
            .words("Correct it, or go to ")
            .page(e.form().path(), "the page without parameters")
            .words(".")
            .end();
    return page(new ErrorView(frame, 400, NotHere.of(e.sentence()), advice, e.form()));
  }

  /** Errors of the framework. Redirects stay unchanged. */
  @ServerExceptionMapper
  Response refused(WebApplicationException e, UriInfo uri) {
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    if (status >= 500) {
      return failed(e, uri);
    }
    return page(status, uri);
  }

  @ServerExceptionMapper
  Response failed(Throwable e, UriInfo uri) {
    if (e instanceof CatalogException catalog && catalog.isBusy()) {
      LOG.warnf("Gave up on %s: %s", uri.getPath(), e.getMessage());
      return page(503, uri);
    }
    LOG.errorf(e, "Failed to answer %s", uri.getPath());
    return page(500, uri);
  }

  /**
   * The page for a status. It waits for nothing, so code that refuses a request before it reaches a
   * page can use it.
   */
  public String html(int status, String path) {
    ErrorText text = ErrorText.of(status);
    return Templates.error(view(frames.frameAtOnce(text.title(), path), status, text)).render();
  }

  private Response page(int status, UriInfo uri) {
    ErrorText text = ErrorText.of(status);
    return page(view(frames.frameForError(text.title(), uri.getPath()), status, text));
  }

  private static Response page(ErrorView view) {
    Response.ResponseBuilder response =
        Response.status(view.status())
            .type(HTML)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(Templates.error(view).render());
    if (view.status() == 503) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return response.build();
  }

  private static ErrorView view(Frame frame, int status, ErrorText text) {
    return new ErrorView(
        frame, status, NotHere.of(text.sentence()), Sentence.of(text.advice()), null);
  }
}
