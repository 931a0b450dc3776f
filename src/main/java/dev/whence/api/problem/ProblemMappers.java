package dev.whence.api.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Makes every error below {@code /api} a problem. If our own code refuses a request, it throws a
 * {@link ProblemException}. If the framework refuses it, or something failed, the status alone says
 * so. The code that maps exceptions for the pages therefore needs no knowledge of problems.
 */
class ProblemMappers {

  static final String TYPE_PREFIX = "urn:whence:problem:";

  /** An error at a path below this one is answered by a problem. */
  static final String ROOT = "/api/";

  private static final Map<Integer, Standard> STANDARDS =
      Map.of(
          400,
          new Standard(
              "bad-request", "Bad request", "The request is not well-formed; see its URL."),
          404,
          new Standard(
              "unknown-path",
              "No such path",
              "Nothing is here. The paths are listed at /api; a scoped package name is written"
                  + " @scope/name or @scope%2Fname."),
          405,
          new Standard("method-not-allowed", "Method not allowed", "Only GET and HEAD work here."),
          406,
          new Standard(
              "not-acceptable",
              "Not acceptable",
              "This path has no representation that the Accept header allows; most have"
                  + " application/json."),
          413,
          new Standard("too-large", "Too large", "The body of the request is too large."),
          414,
          new Standard("url-too-long", "URL too long", "The URL of the request is too long."),
          431,
          new Standard(
              "headers-too-large",
              "Headers too large",
              "The headers of the request are too large; this API needs none of them."),
          500,
          new Standard(
              "failed",
              "Failed",
              "The request could not be answered because of a failure on our side. It has been"
                  + " logged; try again later."),
          503,
          new Standard(
              "busy",
              "Too busy",
              "Reading this took longer than this installation allows. Try again after the time"
                  + " that Retry-After states, or ask for less at once."));

  /** The problem that belongs to a status. */
  private record Standard(String kind, String title, String detail) {}

  @ServerExceptionMapper
  Response problem(ProblemException e, UriInfo uri) {
    Problem problem = e.problem(uri.getPath());
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(problem)
        .build();
  }

  /** Runs last, so that it replaces an error page for people. */
  @ServerResponseFilter(priority = 0)
  void everyErrorIsAProblem(ContainerRequestContext request, ContainerResponseContext response) {
    int status = response.getStatus();
    String path = request.getUriInfo().getPath();
    if (status < 400 || !path.startsWith(ROOT) || isProblem(response)) {
      return;
    }
    response.setEntity(
        standard(status, path), new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
    response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  static Problem standard(int status, String path) {
    Standard found =
        STANDARDS.getOrDefault(
            status,
            new Standard(
                "http-" + status, "Not answered", "The request was refused with this status."));
    return new Problem(TYPE_PREFIX + found.kind(), found.title(), status, found.detail(), path);
  }

  private static boolean isProblem(ContainerResponseContext response) {
    return Problem.MEDIA_TYPE.equals(String.valueOf(response.getMediaType()));
  }
}
