/**
 * The state of Whence itself, not of packages: settings, the feed, jobs, clients, trust material.
 */
@NullMarked
package dev.whence.catalog.state;

import org.jspecify.annotations.NullMarked;
