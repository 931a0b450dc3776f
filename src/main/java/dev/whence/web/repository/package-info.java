/** Source repositories and their workflows: what was built from each, and by which. */
@NullMarked
package dev.whence.web.repository;

import org.jspecify.annotations.NullMarked;
