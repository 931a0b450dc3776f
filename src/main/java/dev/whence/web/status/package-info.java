/** The progress of the crawl, for operators and for readers who want to know how old a page is. */
@NullMarked
package dev.whence.web.status;

import org.jspecify.annotations.NullMarked;
