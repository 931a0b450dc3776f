/** The parts of a crawling process: the scheduler and its tasks, health, metrics, progress. */
@NullMarked
package dev.whence.crawl.process;

import org.jspecify.annotations.NullMarked;
