/** Tests of the page of one package. */
@NullMarked
package dev.whence.web.pkg;

import org.jspecify.annotations.NullMarked;
