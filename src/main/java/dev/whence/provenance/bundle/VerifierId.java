package dev.whence.provenance.bundle;

/**
 * What a verdict depended on, so that it can be made again when one of these changes.
 *
 * @param version Whence's version
 * @param policy the number of the verification policy: grows whenever a check changes
 * @param trustDigest SHA-256 in hex over the trusted root and npm's keys that were used
 */
public record VerifierId(String version, int policy, String trustDigest) {}
