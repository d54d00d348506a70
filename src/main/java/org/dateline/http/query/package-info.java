/** Reads the query parameters of requests, the same for all controllers. */
@NullMarked
package org.dateline.http.query;

import org.jspecify.annotations.NullMarked;
