/**
 * Collections of features and the answers to queries on them: by box, time, filter and order. GeoTools gives the
 * features, filters and reference systems their form, so that a database can take the place of memory.
 */
@NullMarked
package org.dateline.features;

import org.jspecify.annotations.NullMarked;
