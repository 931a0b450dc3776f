/** The adoption of provenance over time. */
@NullMarked
package dev.whence.insight.adoption;

import org.jspecify.annotations.NullMarked;
