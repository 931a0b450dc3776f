package dev.whence.web.version;

import dev.whence.address.JsonPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.Setting;
import dev.whence.catalog.read.PackageQueries;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.provenance.PackageName;
import dev.whence.web.facts.AskingAgain;
import dev.whence.web.pkg.PackageNotFound;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Frames;
import dev.whence.web.ui.NavItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The page of one version, and the download of its attestations. */
@Path("/package")
@RunOnVirtualThread
public class VersionPages {

  private final PackageQueries packages;
  private final Frames frames;
  private final AskingAgain asking;

  VersionPages(PackageQueries packages, Frames frames, AskingAgain asking) {
    this.packages = packages;
    this.frames = frames;
    this.asking = asking;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance version(VersionView view);
  }

  @GET
  @Path(PagePaths.NAME + "/v/{version}")
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance version(@RestPath String name, @RestPath String version) {
    VersionDetail found = find(name, version);
    Frame frame =
        frames
            .frame(name + " " + version, PagePaths.version(name, version))
            .at(NavItem.PACKAGES)
            .searching(name)
            .withJson(JsonPaths.version(name, version));
    return Templates.version(
        VersionView.of(
            found, frame, frames.settings().get(Setting.REGISTRY_URL), asking.at(frame)));
  }

  /** The attestation response as the registry served it, byte for byte. */
  @GET
  @Path(PagePaths.NAME + "/v/{version}/attestations.json")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  public Response attestations(
      @RestPath String name, @RestPath String version, @Context Request request) {
    VersionDetail.@Nullable StoredResponse stored = find(name, version).response();
    if (stored == null) {
      throw PackageNotFound.attestations(name, version);
    }
    EntityTag tag = new EntityTag(stored.sha256());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        unchanged != null
            ? unchanged
            : Response.ok(stored.body(), MediaType.APPLICATION_JSON_TYPE)
                .header(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"attestations.json\"");
    return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "public, max-age=300").build();
  }

  /** A dist-tag leads to the version that it points at now. */
  private RuntimeException missing(PackageName name, String version) {
    return packages.find(name).stream()
        .flatMap(found -> found.versions().stream())
        .filter(summary -> summary.distTags().contains(version))
        .findFirst()
        .<RuntimeException>map(
            tagged ->
                new RedirectionException(
                    Response.status(Response.Status.SEE_OTHER)
                        .header(
                            HttpHeaders.LOCATION, PagePaths.version(name.value(), tagged.version()))
                        .build()))
        .orElseGet(() -> PackageNotFound.version(name, version));
  }

  private VersionDetail find(String name, String version) {
    PackageName known = PackageName.parse(name).orElseThrow(() -> PackageNotFound.impossible(name));
    return packages.find(known, version).orElseThrow(() -> missing(known, version));
  }
}
