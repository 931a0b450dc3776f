/** The one way to a registry over HTTP: rate, size, time and retries are limited here. */
@NullMarked
package dev.whence.registry.http;

import org.jspecify.annotations.NullMarked;
