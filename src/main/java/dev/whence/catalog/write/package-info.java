/** How facts are stored: all of one crawl in one transaction, its final status last. */
@NullMarked
package dev.whence.catalog.write;

import org.jspecify.annotations.NullMarked;
