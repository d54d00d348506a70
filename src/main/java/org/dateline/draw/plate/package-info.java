/** Lays out complete images of views: map or plot, title, key and sources. All text comes from the caller. */
@NullMarked
package org.dateline.draw.plate;

import org.jspecify.annotations.NullMarked;
