/** When a package is crawled next, and in which order. */
@NullMarked
package dev.whence.crawl.schedule;

import org.jspecify.annotations.NullMarked;
