/** What attestations state, as each predicate type writes it. */
@NullMarked
package dev.whence.provenance.predicate;

import org.jspecify.annotations.NullMarked;
