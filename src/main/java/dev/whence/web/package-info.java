/**
 * The pages: a catalog record becomes a view record with every sentence and link decided, and a
 * template that the build checks against it.
 *
 * <p>Each page has a class of routes ({@code …Pages}), a view record ({@code …View}) and a template
 * with nothing but {@code #if} and {@code #for}. What pages share is in {@link dev.whence.web.ui}.
 */
@NullMarked
package dev.whence.web;

import org.jspecify.annotations.NullMarked;
