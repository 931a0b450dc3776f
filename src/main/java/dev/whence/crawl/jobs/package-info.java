/** The background jobs. Each runs in one process at a time. */
@NullMarked
package dev.whence.crawl.jobs;

import org.jspecify.annotations.NullMarked;
