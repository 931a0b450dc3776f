/**
 * How the crawl stands, for whoever runs the installation and whoever wonders how old a page is.
 */
@NullMarked
package dev.whence.web.status;

import org.jspecify.annotations.NullMarked;
