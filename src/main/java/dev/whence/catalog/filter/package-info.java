/** Filters, orders and paging of lists. */
@NullMarked
package dev.whence.catalog.filter;

import org.jspecify.annotations.NullMarked;
