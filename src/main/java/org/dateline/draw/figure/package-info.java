/** A drawing as a list of primitives, the fonts that travel with it, and how text comes out in them. */
@NullMarked
package org.dateline.draw.figure;

import org.jspecify.annotations.NullMarked;
