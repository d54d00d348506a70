/** What operators see of a running server: metrics and the access log. */
@NullMarked
package org.dateline.http.watch;

import org.jspecify.annotations.NullMarked;
