/** Counts over the whole catalog. */
@NullMarked
package dev.whence.catalog.count;

import org.jspecify.annotations.NullMarked;
