package dev.whence.web.repository;

import dev.whence.address.ListPaths;
import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.filter.RepositoryOrder;
import dev.whence.catalog.read.RepositoryDetail;
import dev.whence.catalog.read.RepositoryQueries;
import dev.whence.catalog.read.SearchQueries;
import dev.whence.catalog.read.UnfetchedQueries;
import dev.whence.catalog.read.WorkflowDetail;
import dev.whence.web.error.PageNotFoundException;
import dev.whence.web.form.PageParameters;
import dev.whence.web.ui.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** Repositories that packages were built from, and the workflows that built them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RepositoryPages {

  private static final int PAGE_SIZE = 50;

  private static final PageParameters WORKFLOW = PageParameters.of(QueryParameter.page());

  private final RepositoryQueries repositories;
  private final SearchQueries search;
  private final UnfetchedQueries unfetched;
  private final Frames frames;

  RepositoryPages(
      RepositoryQueries repositories,
      SearchQueries search,
      UnfetchedQueries unfetched,
      Frames frames) {
    this.repositories = repositories;
    this.search = search;
    this.unfetched = unfetched;
    this.frames = frames;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance list(RepositoriesView view);

    static native TemplateInstance repository(RepositoryView view);

    static native TemplateInstance workflow(WorkflowView view);
  }

  @GET
  @Path("/repositories")
  public TemplateInstance list(@Context UriInfo uri) {
    Parameters given = RepositoriesView.PARAMETERS.read(uri);
    String text = given.text(QueryParameter.TEXT);
    RepositoryOrder order = given.sort(RepositoryOrder.class);
    return Templates.list(
        RepositoriesView.of(
            search.repositories(text, order, given.offset(PAGE_SIZE), PAGE_SIZE),
            text,
            order,
            frames.frame("Repositories", RepositoriesView.PATH + SortColumn.query(text, order))));
  }

  /** A repository or one of its workflows: {@link RepositoryAddress} tells them apart. */
  @GET
  @Path("/repository/{address: .+}")
  public TemplateInstance find(@RestPath String address, @Context UriInfo uri) {
    int offset = WORKFLOW.read(uri).offset(PAGE_SIZE);
    for (RepositoryAddress reading : RepositoryAddress.readings(address)) {
      Optional<TemplateInstance> found =
          reading.workflow() == null
              ? repository(reading)
              : workflow(reading, reading.workflow(), offset);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new PageNotFoundException(
        "Repository not known here",
        "Nothing in this catalog was built from “" + address + "”, and no package.json names it.",
        "Only repositories of packages that this installation crawls are known. Search for the"
            + " package to see where it comes from.");
  }

  /** A repository by the forge's id. It keeps the id if another repository gets its name. */
  @GET
  @Path("/repository-id/{host}/{id}")
  public TemplateInstance findById(@RestPath String host, @RestPath String id) {
    return repositories.findById(host, id).map(this::show).orElseThrow(() -> unknown(host, id));
  }

  @GET
  @Path("/repository-id/{host}/{id}/workflow/{path: .+}")
  public TemplateInstance findWorkflowById(
      @RestPath String host, @RestPath String id, @RestPath String path, @Context UriInfo uri) {
    return repositories
        .findWorkflowById(host, id, path, WORKFLOW.read(uri).offset(PAGE_SIZE), PAGE_SIZE)
        .map(this::show)
        .orElseThrow(() -> unknown(host, id));
  }

  private static PageNotFoundException unknown(String host, String id) {
    return new PageNotFoundException(
        "Repository not known here",
        "No verified provenance in this catalog is from the repository with the id “"
            + id
            + "” at “"
            + host
            + "”.",
        "Only repositories of packages that this installation crawls are known. Search for the"
            + " package to see where it comes from.");
  }

  private Optional<TemplateInstance> repository(RepositoryAddress address) {
    return repositories.find(address.host(), address.owner(), address.name()).map(this::show);
  }

  private Optional<TemplateInstance> workflow(RepositoryAddress address, String path, int offset) {
    return repositories
        .findWorkflow(address.host(), address.owner(), address.name(), path, offset, PAGE_SIZE)
        .map(this::show);
  }

  private TemplateInstance show(RepositoryDetail detail) {
    ListPaths.Built lists = ListPaths.builtFrom(detail.repository());
    return Templates.repository(
        RepositoryView.of(detail, unfetched.besides(lists.versions()), frames));
  }

  private TemplateInstance show(WorkflowDetail detail) {
    ListPaths.Built lists = ListPaths.builtBy(detail.repository(), detail.path());
    return Templates.workflow(WorkflowView.of(detail, unfetched.besides(lists.versions()), frames));
  }
}
