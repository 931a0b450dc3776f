/**
 * Trust material: Sigstore's trusted root and npm's keys, where they come from and how long they
 * count.
 */
@NullMarked
package dev.whence.verify.trust;

import org.jspecify.annotations.NullMarked;
