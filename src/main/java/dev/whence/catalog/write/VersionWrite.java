package dev.whence.catalog.write;

import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.SourceAddress;
import dev.whence.provenance.SourceRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version with the dist-tags that point at it and the repository that it declares. */
record VersionWrite(
    long packageId,
    PackumentVersion facts,
    List<String> distTags,
    @Nullable SourceRepository declared) {

  /** As the packument writes it, without a user name or password. */
  @Nullable String repositoryUrl() {
    return facts.repositoryUrl() == null
        ? null
        : SourceAddress.withoutCredentials(facts.repositoryUrl());
  }

  /** Whether the registry passes its signature on, or lists an attestation. */
  boolean hasSomethingSigned() {
    return !facts.signatures().isEmpty() || facts.advertisesAttestations();
  }

  /** Whether it can be npm's security placeholder; the catalog decides. */
  boolean mayBeSecurityHolder() {
    return facts.version().contains("-security");
  }
}
