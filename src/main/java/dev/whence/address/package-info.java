/**
 * Addresses on this server: of pages, of JSON and of lists. The only place that puts names into
 * URLs; pages and API take them from here, so that both call a thing by the same address.
 */
@NullMarked
package dev.whence.address;

import org.jspecify.annotations.NullMarked;
