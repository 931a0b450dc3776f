/**
 * A generated npm registry whose packages have histories like real ones, signed by a {@linkplain
 * dev.whence.demo.sigstore generated Sigstore} and served over HTTP.
 *
 * <p>Names, people and projects are invented. The same {@link dev.whence.demo.Edition} gives the
 * same registry, to the byte.
 */
@NullMarked
package dev.whence.demo;

import org.jspecify.annotations.NullMarked;
