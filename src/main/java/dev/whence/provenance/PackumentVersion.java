package dev.whence.provenance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts that we keep of one version in a packument. Text is cleaned of NUL and bounded in
 * length; a value of the wrong type is absent. An absent fact is one that the packument does not
 * state; it may exist.
 *
 * @param version the version text
 * @param publishedAt from the packument's {@code time}
 * @param repositoryUrl {@code repository.url} (or {@code repository} itself if it is text)
 * @param repositoryDirectory {@code repository.directory}
 * @param license as text; several, of which one may be chosen, in parentheses with OR
 * @param deprecated the deprecation message; {@code true} if it has no message; empty if the
 *     packument states that the version is not deprecated
 * @param gitHead the commit that the publisher's npm stated
 * @param tarball URL of the package file
 * @param integrity {@code dist.integrity} unchanged, since registry signatures cover its text
 * @param shasum SHA-1 in hex
 * @param unpackedSize bytes
 * @param signatures {@code dist.signatures}
 * @param advertisesAttestations whether there is a {@code dist.attestations}, of any form
 * @param attestationsUrl {@code dist.attestations.url}, which is never followed
 * @param publisher {@code _npmUser.name}; if it is absent, the next two are not stated either
 * @param trustedPublisher {@code _npmUser.trustedPublisher.id}: {@code github}, {@code gitlab}
 * @param approver {@code _npmUser.approver.name}, for staged publishing
 * @param hasInstallScript it runs a script when installed; absent if no scripts are stated
 */
public record PackumentVersion(
    String version,
    @Nullable Instant publishedAt,
    @Nullable String repositoryUrl,
    @Nullable String repositoryDirectory,
    @Nullable String homepage,
    @Nullable String license,
    @Nullable String deprecated,
    @Nullable String gitHead,
    @Nullable String tarball,
    @Nullable String integrity,
    @Nullable String shasum,
    @Nullable Long unpackedSize,
    List<RegistrySignature> signatures,
    boolean advertisesAttestations,
    @Nullable String attestationsUrl,
    @Nullable String publisher,
    @Nullable String trustedPublisher,
    @Nullable String approver,
    @Nullable Boolean hasInstallScript) {

  public PackumentVersion {
    signatures = List.copyOf(signatures);
  }

  /** The same with another {@code dist.integrity}. */
  public PackumentVersion withIntegrity(@Nullable String other) {
    return new PackumentVersion(
        version,
        publishedAt,
        repositoryUrl,
        repositoryDirectory,
        homepage,
        license,
        deprecated,
        gitHead,
        tarball,
        other,
        shasum,
        unpackedSize,
        signatures,
        advertisesAttestations,
        attestationsUrl,
        publisher,
        trustedPublisher,
        approver,
        hasInstallScript);
  }
}
