/** Maps of a view, for pages, embeds and images. */
@NullMarked
package org.dateline.draw.map;

import org.jspecify.annotations.NullMarked;
