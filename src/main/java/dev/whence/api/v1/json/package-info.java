/** The records that the API answers with. */
@NullMarked
package dev.whence.api.v1.json;

import org.jspecify.annotations.NullMarked;
