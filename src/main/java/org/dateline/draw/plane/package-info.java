/** Geometry on a flat sheet, without ink: positions, shapes and the placement of names. */
@NullMarked
package org.dateline.draw.plane;

import org.jspecify.annotations.NullMarked;
