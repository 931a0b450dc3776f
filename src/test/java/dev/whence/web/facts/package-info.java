/** Tests of what pages say of a version. */
@NullMarked
package dev.whence.web.facts;

import org.jspecify.annotations.NullMarked;
