/** The lists that the numbers of other pages lead to: packages, and versions of all packages. */
@NullMarked
package dev.whence.web.list;

import org.jspecify.annotations.NullMarked;
