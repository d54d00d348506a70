/** Translates CQL2, the filter language of OGC APIs (OGC 21-065r2), from text or JSON to GeoTools filters. */
@NullMarked
package org.dateline.features.cql2;

import org.jspecify.annotations.NullMarked;
