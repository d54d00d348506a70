/** Geometry on a flat sheet, without ink: where things lie, their shapes, and where names find room. */
@NullMarked
package org.dateline.draw.plane;

import org.jspecify.annotations.NullMarked;
