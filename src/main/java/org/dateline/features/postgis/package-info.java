/** Collections in PostgreSQL with PostGIS: how they are stored and how queries on them are answered. */
@NullMarked
package org.dateline.features.postgis;

import org.jspecify.annotations.NullMarked;
