/** The first page. */
@NullMarked
package dev.whence.web.home;

import org.jspecify.annotations.NullMarked;
