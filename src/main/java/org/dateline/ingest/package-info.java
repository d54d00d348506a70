/** Reads raw texts: the places that they name, the figures that they give, and what they state of themselves. */
@NullMarked
package org.dateline.ingest;

import org.jspecify.annotations.NullMarked;
