/**
 * Sends the site over connections: negotiated encodings, headers, limits of connections, and the handler that answers
 * from memory.
 */
@NullMarked
package org.dateline.http.wire;

import org.jspecify.annotations.NullMarked;
