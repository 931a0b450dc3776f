/** How provenance is adopted over time, as charts with their sentence and their table. */
@NullMarked
package dev.whence.web.adoption;

import org.jspecify.annotations.NullMarked;
