package dev.whence.api.v1.json;

import dev.whence.api.v1.paging.ListJson;
import dev.whence.api.v1.paging.PageRequest;
import dev.whence.catalog.read.WorkflowDetail;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One workflow, and the packages that it built. */
@Schema(name = "Workflow", description = "What one workflow built.")
public record WorkflowJson(
    RepositoryRefJson repository,
    @Schema(description = "The file in the repository.") String path,
    @Schema(description = "Packages it built, most versions first.")
        List<BuiltPackageJson> packages,
    @Schema(description = "One page of the versions it built, newest first.")
        ListJson<VersionItemJson> versions,
    LinksJson links) {

  public static WorkflowJson of(WorkflowDetail found, PageRequest request) {
    return new WorkflowJson(
        RepositoryRefJson.of(found.repository()),
        found.path(),
        found.packages().stream().map(BuiltPackageJson::of).toList(),
        request.answer(
            found.versions(), built -> VersionItemJson.of(built.packageName(), built.summary())),
        LinksJson.toWorkflow(found.repository(), found.path()));
  }
}
