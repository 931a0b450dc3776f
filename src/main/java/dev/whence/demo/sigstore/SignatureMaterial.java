package dev.whence.demo.sigstore;

import org.jspecify.annotations.Nullable;

/**
 * The verification material of a signature.
 *
 * @param encoded DER: the certificate, or the managed key's SubjectPublicKeyInfo
 * @param keyHint the managed key's id; absent for a certificate
 */
record SignatureMaterial(byte[] encoded, @Nullable String keyHint) {}
