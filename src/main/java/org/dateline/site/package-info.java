/** The site of a catalog: every page and file that follows from it, each encoded once. */
@NullMarked
package org.dateline.site;

import org.jspecify.annotations.NullMarked;
