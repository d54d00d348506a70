/**
 * Loads large tables of events into PostGIS: read row by row, mapped to Dateline's properties, copied, published at
 * once.
 */
@NullMarked
package org.dateline.load;

import org.jspecify.annotations.NullMarked;
