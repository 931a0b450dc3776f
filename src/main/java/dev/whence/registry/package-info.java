/**
 * The npm client: packuments, attestations, keys, download counts. The only HTTP to a registry.
 *
 * <p>Polite (per-host rate and concurrency, {@code Retry-After}, a User-Agent with a contact) and
 * bounded (sizes, times, redirects). What a registry may well answer is a value, never an
 * exception.
 */
@NullMarked
package dev.whence.registry;

import org.jspecify.annotations.NullMarked;
