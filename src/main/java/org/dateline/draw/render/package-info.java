/** Paints figures: as SVG, as PNG, as PDF. */
@NullMarked
package org.dateline.draw.render;

import org.jspecify.annotations.NullMarked;
