/** What people see where no page is: unknown addresses, unusable requests, failures of ours. */
@NullMarked
package dev.whence.web.error;

import org.jspecify.annotations.NullMarked;
