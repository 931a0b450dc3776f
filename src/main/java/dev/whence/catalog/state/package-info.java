/**
 * What Whence keeps about itself and not about packages: settings, the feed, jobs, clients, trust
 * material.
 */
@NullMarked
package dev.whence.catalog.state;

import org.jspecify.annotations.NullMarked;
