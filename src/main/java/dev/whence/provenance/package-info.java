/**
 * The shared vocabulary: what a package, a version, an attestation and its provenance are.
 *
 * <p>Imported by every other package, imports none of ours. Pure: no I/O, no clock.
 */
@NullMarked
package dev.whence.provenance;

import org.jspecify.annotations.NullMarked;
