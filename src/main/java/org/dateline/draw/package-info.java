/** A view of the map drawn on the server, as SVG. */
@NullMarked
package org.dateline.draw;

import org.jspecify.annotations.NullMarked;
