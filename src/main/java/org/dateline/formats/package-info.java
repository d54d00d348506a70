/**
 * Encoders in open formats: of a catalog's values (GeoJSON, Web Annotation, schema.org, CSL-JSON, CSV) and of pages of
 * features, as GIS programs take them.
 */
@NullMarked
package org.dateline.formats;

import org.jspecify.annotations.NullMarked;
