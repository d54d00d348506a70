/** Turns exceptions into HTTP, in one place: {@code application/problem+json} (RFC 9457), or a page for a browser. */
@NullMarked
package org.dateline.http.errors;

import org.jspecify.annotations.NullMarked;
