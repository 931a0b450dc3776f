package dev.whence.catalog.read;

import dev.whence.catalog.filter.Page;
import dev.whence.provenance.SourceRepository;
import java.util.List;

/**
 * What one workflow built: packages by number of versions, and one page of the versions, newest
 * first.
 */
public record WorkflowDetail(
    SourceRepository repository,
    String path,
    List<RepositoryDetail.BuiltPackage> packages,
    Page<ListedVersion> versions) {}
