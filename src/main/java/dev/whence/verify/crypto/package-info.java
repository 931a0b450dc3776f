/** Hashes, signatures, certificates and proofs as bytes. It knows no bundle and no trust root. */
@NullMarked
package dev.whence.verify.crypto;

import org.jspecify.annotations.NullMarked;
