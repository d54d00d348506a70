/** The site and the server's own state over HTTP. */
@NullMarked
package org.dateline.http;

import org.jspecify.annotations.NullMarked;
