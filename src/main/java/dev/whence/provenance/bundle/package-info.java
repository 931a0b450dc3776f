/** Attestation responses, Sigstore bundles and what they hold, read strictly from bytes. */
@NullMarked
package dev.whence.provenance.bundle;

import org.jspecify.annotations.NullMarked;
