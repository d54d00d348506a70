/** Writes marks: into the SVG of pages, and as files in SVG, PNG and PDF. */
@NullMarked
package org.dateline.draw.render;

import org.jspecify.annotations.NullMarked;
