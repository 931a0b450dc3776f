package dev.whence.provenance;

/**
 * One of a packument's {@code dist.signatures}: ECDSA P-256 over {@code name@version:integrity}.
 *
 * @param keyId {@code SHA256:…}
 * @param signature base64 DER
 */
public record RegistrySignature(String keyId, String signature) {}
