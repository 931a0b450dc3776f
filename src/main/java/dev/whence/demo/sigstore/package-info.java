/**
 * A generated Sigstore: certificate authority, certificate log, transparency logs, timestamp
 * authority and npm's keys, all made from a seed, and the bundles that they issue.
 *
 * <p>For {@code ./whence demo} and for tests. Its signatures are real, but only programs that have
 * its trusted root trust them. The same seed gives the same bytes.
 */
@NullMarked
package dev.whence.demo.sigstore;

import org.jspecify.annotations.NullMarked;
