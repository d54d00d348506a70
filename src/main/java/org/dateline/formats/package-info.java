/** Encoders: GeoJSON, and the formats of GIS programs for pages of features. */
@NullMarked
package org.dateline.formats;

import org.jspecify.annotations.NullMarked;
