/**
 * The pages: a catalog record becomes a view record with all sentences and links, and a template
 * shows it. The build checks the template against the view record.
 *
 * <p>Each page has a class of routes ({@code …Pages}), a view record ({@code …View}) and a template
 * with nothing but {@code #if} and {@code #for}. Shared parts of pages are in {@link
 * dev.whence.web.ui}.
 */
@NullMarked
package dev.whence.web;

import org.jspecify.annotations.NullMarked;
