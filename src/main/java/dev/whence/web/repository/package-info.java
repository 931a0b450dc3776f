/** The pages of source repositories and their workflows, with the packages that were built. */
@NullMarked
package dev.whence.web.repository;

import org.jspecify.annotations.NullMarked;
