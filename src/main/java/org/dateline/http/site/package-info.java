/** Serves the site to requests that are not answered in the connection's pipeline, and images of any size. */
@NullMarked
package org.dateline.http.site;

import org.jspecify.annotations.NullMarked;
