/** Admits work that costs, fairly by client and with an end, and bounds what is kept in memory. */
@NullMarked
package org.dateline.work;

import org.jspecify.annotations.NullMarked;
