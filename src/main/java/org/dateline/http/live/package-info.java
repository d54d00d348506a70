/** The site that is served, and the watches over its folder and database that keep it up to date. */
@NullMarked
package org.dateline.http.live;

import org.jspecify.annotations.NullMarked;
