/**
 * Verifies attestations and registry signatures against Sigstore's trusted root and npm's keys.
 *
 * <p>The only user of sigstore-java. No HTTP to npm, no SQL.
 */
@NullMarked
package dev.whence.verify;

import org.jspecify.annotations.NullMarked;
