package dev.whence.provenance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts that we keep of one version in a packument. Text is cleaned of NUL and bounded in
 * length; what had another type than expected is absent.
 *
 * @param version the version text
 * @param publishedAt from the packument's {@code time}
 * @param repositoryUrl {@code repository.url} (or {@code repository} itself where it is text)
 * @param repositoryDirectory {@code repository.directory}
 * @param license SPDX text where it is text
 * @param deprecated the deprecation message; absent unless deprecated
 * @param gitHead the commit that the publisher's npm stated
 * @param tarball URL of the package file
 * @param integrity {@code dist.integrity} unchanged, since registry signatures cover its text
 * @param shasum SHA-1 in hex
 * @param unpackedSize bytes
 * @param signatures {@code dist.signatures}
 * @param attestationsUrl {@code dist.attestations.url}; absent where none is advertised
 * @param publisher {@code _npmUser.name}
 * @param trustedPublisher {@code _npmUser.trustedPublisher.id}: {@code github}, {@code gitlab}
 * @param approver {@code _npmUser.approver.name}, for staged publishing
 * @param hasInstallScript it runs a script when installed
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
    @Nullable String attestationsUrl,
    @Nullable String publisher,
    @Nullable String trustedPublisher,
    @Nullable String approver,
    boolean hasInstallScript) {

  public PackumentVersion {
    signatures = List.copyOf(signatures);
  }
}
