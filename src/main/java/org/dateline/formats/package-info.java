/** Encoders of a catalog's values in open formats: GeoJSON, Web Annotation, schema.org, CSL-JSON, CSV. */
@NullMarked
package org.dateline.formats;

import org.jspecify.annotations.NullMarked;
