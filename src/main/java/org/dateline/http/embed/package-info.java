/** Views for other sites: states of the map that have no name, and oEmbed. */
@NullMarked
package org.dateline.http.embed;

import org.jspecify.annotations.NullMarked;
