/** Tests of the page of one version. */
@NullMarked
package dev.whence.web.version;

import org.jspecify.annotations.NullMarked;
