/** Serves the site to requests that do not come through the connection's pipeline, and images of any size. */
@NullMarked
package org.dateline.http.site;

import org.jspecify.annotations.NullMarked;
