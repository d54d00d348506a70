/** The pages of records: those that are too many to be part of the site, found by queries. */
@NullMarked
package org.dateline.http.records;

import org.jspecify.annotations.NullMarked;
