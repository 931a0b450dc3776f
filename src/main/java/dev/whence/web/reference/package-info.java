/** The JSON API explained for people, made from its own OpenAPI description. */
@NullMarked
package dev.whence.web.reference;

import org.jspecify.annotations.NullMarked;
