/** When a package is looked at next, and which goes before which. */
@NullMarked
package dev.whence.crawl.schedule;

import org.jspecify.annotations.NullMarked;
