/** Embeds for other sites: unnamed states of the map, and oEmbed. */
@NullMarked
package org.dateline.http.embed;

import org.jspecify.annotations.NullMarked;
