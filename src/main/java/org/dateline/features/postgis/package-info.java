/** Collections in PostgreSQL with PostGIS: where they lie, and the answers to queries on them. */
@NullMarked
package org.dateline.features.postgis;

import org.jspecify.annotations.NullMarked;
