/** OGC API - Features and Tiles over HTTP, under {@code /ogc/}. */
@NullMarked
package org.dateline.http.ogc;

import org.jspecify.annotations.NullMarked;
