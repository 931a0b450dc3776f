/** What pages, API and data sets read: one query class a feature, and the records that it gives. */
@NullMarked
package dev.whence.catalog.read;

import org.jspecify.annotations.NullMarked;
