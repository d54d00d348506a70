/**
 * Collections of features and the answers to queries on them: by box, time, filter and order. They use GeoTools' types
 * for features, filters and reference systems, so that a database can replace memory.
 */
@NullMarked
package org.dateline.features;

import org.jspecify.annotations.NullMarked;
