/**
 * Crawls packages: what each crawl does, when each is due, and the jobs beside it.
 *
 * <p>A crawl is safe to end at any moment and to do again: what it found is stored in one
 * transaction. One item that cannot be fetched, read or verified never ends the crawl of the
 * others.
 */
@NullMarked
package dev.whence.crawl;

import org.jspecify.annotations.NullMarked;
