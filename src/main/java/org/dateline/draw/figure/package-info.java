/** Marks, the ink and type that they are drawn in, and the look that all of it follows. */
@NullMarked
package org.dateline.draw.figure;

import org.jspecify.annotations.NullMarked;
