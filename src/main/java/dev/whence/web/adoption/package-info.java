/** The adoption of provenance over time: charts, sentences and tables. */
@NullMarked
package dev.whence.web.adoption;

import org.jspecify.annotations.NullMarked;
