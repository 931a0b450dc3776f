package dev.whence.catalog.read;

import dev.whence.catalog.filter.Page;
import dev.whence.provenance.SourceRepository;
import java.util.List;

/**
 * One workflow, the packages that it built, most versions first, and one page of these versions,
 * newest first.
 */
public record WorkflowDetail(
    SourceRepository repository,
    String path,
    List<RepositoryDetail.BuiltPackage> packages,
    Page<ListedVersion> versions) {}
