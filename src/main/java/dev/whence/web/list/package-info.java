/** The lists of packages and of versions. Numbers on other pages have links to them. */
@NullMarked
package dev.whence.web.list;

import org.jspecify.annotations.NullMarked;
