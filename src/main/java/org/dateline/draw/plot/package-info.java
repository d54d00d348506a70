/** Plots of claims, for pages and images. */
@NullMarked
package org.dateline.draw.plot;

import org.jspecify.annotations.NullMarked;
