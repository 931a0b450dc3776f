package dev.whence.web.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import jakarta.ws.rs.core.MediaType;
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

  @GET
  public TemplateInstance reference() {
    OpenApiReader reader = read();
    return Templates.reference(
        new ReferenceView(
            frames.frame("JSON API", "/api").withJson("/api/v1/openapi.json"),
            reader.description(),
            reader.paging(),
            reader.operations(),
            reader.shapes()));
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
