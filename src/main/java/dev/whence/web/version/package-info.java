/** The page of one version: what is proven of it, by which checks, from which bytes. */
@NullMarked
package dev.whence.web.version;

import org.jspecify.annotations.NullMarked;
