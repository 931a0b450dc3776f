/** What lists can be narrowed by, in which order, and how much of them at once. */
@NullMarked
package dev.whence.catalog.filter;

import org.jspecify.annotations.NullMarked;
