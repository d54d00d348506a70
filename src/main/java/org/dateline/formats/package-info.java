/**
 * Encoders of open formats: for a catalog's values (GeoJSON, Web Annotation, schema.org, CSL-JSON, CSV) and for pages
 * of features, as GIS programs read them.
 */
@NullMarked
package org.dateline.formats;

import org.jspecify.annotations.NullMarked;
