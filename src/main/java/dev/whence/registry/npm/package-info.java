/** npm's API: packuments, attestations, signing keys, the changes feed, download counts. */
@NullMarked
package dev.whence.registry.npm;

import org.jspecify.annotations.NullMarked;
