/** Encoders of a catalog's values: GeoJSON. */
@NullMarked
package org.dateline.formats;

import org.jspecify.annotations.NullMarked;
