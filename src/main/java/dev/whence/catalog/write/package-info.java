/** Stores facts: all facts of one crawl in one transaction, its final status last. */
@NullMarked
package dev.whence.catalog.write;

import org.jspecify.annotations.NullMarked;
