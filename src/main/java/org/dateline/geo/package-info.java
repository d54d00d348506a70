/** Values about the earth, without I/O: bounding boxes, locations with their uncertainty, geodesy and projection. */
@NullMarked
package org.dateline.geo;

import org.jspecify.annotations.NullMarked;
