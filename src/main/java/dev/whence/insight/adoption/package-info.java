/** How provenance is adopted over time. */
@NullMarked
package dev.whence.insight.adoption;

import org.jspecify.annotations.NullMarked;
