/** The records of the API's answers. */
@NullMarked
package dev.whence.api.v1.json;

import org.jspecify.annotations.NullMarked;
