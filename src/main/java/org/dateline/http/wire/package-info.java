/** Sends the site over the connection: negotiated encodings, headers, and the handler that answers from memory. */
@NullMarked
package org.dateline.http.wire;

import org.jspecify.annotations.NullMarked;
