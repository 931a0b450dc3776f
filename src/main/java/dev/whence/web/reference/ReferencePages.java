package dev.whence.web.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.address.JsonPaths;
import dev.whence.web.ui.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * {@code /api}: the requests and answers of the JSON API. Swagger UI, which Quarkus offers for
 * this, starts from an inline script and needs JavaScript; our policy allows neither.
 */
@Path("/api")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ReferencePages {

  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final OpenApiDocumentService documents;
  private final Frames frames;

  ReferencePages(OpenApiDocumentService documents, Frames frames) {
    this.documents = documents;
    this.frames = frames;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance reference(ReferenceView view);
  }

  /** Each server has its own address, so no shared cache may keep the page. */
  @GET
  public Response reference(@Context UriInfo uri) {
    OpenApiReader reader = read();
    ReferenceView view =
        new ReferenceView(
            frames.frame("JSON API", "/api").withJson(JsonPaths.OPENAPI),
            ServerAddress.of(uri.getBaseUri()),
            reader.description(),
            reader.paging(),
            reader.operations(),
            reader.shapes());
    return Response.ok(Templates.reference(view), HTML)
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=30")
        .build();
  }

  private OpenApiReader read() {
    try {
      return new OpenApiReader(
          MAPPER.readTree(documents.getDocument(OpenApiFilter.DEFAULT_DOCUMENT_NAME, Format.JSON)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
