/** One package's crawl, from what is known of it to its outcome. */
@NullMarked
package dev.whence.crawl.pkg;

import org.jspecify.annotations.NullMarked;
