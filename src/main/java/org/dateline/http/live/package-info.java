/** The site that is served now, and what keeps it up to date: the watch over the folder and over the database. */
@NullMarked
package org.dateline.http.live;

import org.jspecify.annotations.NullMarked;
