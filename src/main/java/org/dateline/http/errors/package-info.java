/**
 * Turns exceptions into responses, in one place: {@code application/problem+json} (RFC 9457), or a page for browsers.
 */
@NullMarked
package org.dateline.http.errors;

import org.jspecify.annotations.NullMarked;
