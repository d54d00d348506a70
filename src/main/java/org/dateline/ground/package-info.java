/** The world's ground that travels with the program: reads it by place and scale, and derives a catalog's basemap. */
@NullMarked
package org.dateline.ground;

import org.jspecify.annotations.NullMarked;
