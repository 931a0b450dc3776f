/**
 * A generated npm registry whose packages have histories like real ones, signed by a {@linkplain
 * dev.whence.demo.sigstore generated Sigstore}, {@linkplain dev.whence.demo.store prepared on disk}
 * and served over HTTP.
 *
 * <p>Names, people and projects are invented. The same {@link dev.whence.demo.Edition} gives the
 * same registry, byte for byte: the edition and its number determine each package.
 */
@NullMarked
package dev.whence.demo;

import org.jspecify.annotations.NullMarked;
