/** Pages of records that are too many to be part of the site and are found by queries. */
@NullMarked
package org.dateline.http.records;

import org.jspecify.annotations.NullMarked;
