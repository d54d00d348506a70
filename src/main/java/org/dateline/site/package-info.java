/** From a catalog to its site: every page and file that follows from it, each encoded once. */
@NullMarked
package org.dateline.site;

import org.jspecify.annotations.NullMarked;
