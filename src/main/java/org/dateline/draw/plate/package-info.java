/** Lays out whole images of views: map or plot, title, key, sources. All words come from outside. */
@NullMarked
package org.dateline.draw.plate;

import org.jspecify.annotations.NullMarked;
