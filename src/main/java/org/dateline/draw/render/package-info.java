/** Renders marks as inline SVG of pages and as SVG, PNG and PDF files. */
@NullMarked
package org.dateline.draw.render;

import org.jspecify.annotations.NullMarked;
