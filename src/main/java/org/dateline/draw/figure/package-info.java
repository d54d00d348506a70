/** Marks, their ink and type, and the look that they follow. */
@NullMarked
package org.dateline.draw.figure;

import org.jspecify.annotations.NullMarked;
