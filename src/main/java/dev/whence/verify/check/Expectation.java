package dev.whence.verify.check;

/**
 * What a bundle must be about and who must have signed it. For npm's attestations that is a package
 * version, with all rules of npm's provenance; for any other bundle the caller names it.
 */
public sealed interface Expectation permits ExpectedVersion, ExpectedArtifact {}
