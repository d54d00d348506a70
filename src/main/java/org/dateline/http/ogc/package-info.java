/** OGC API - Features over HTTP: collections, their items and what describes them, below {@code /ogc/}. */
@NullMarked
package org.dateline.http.ogc;

import org.jspecify.annotations.NullMarked;
