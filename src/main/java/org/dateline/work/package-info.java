/** Admits expensive work, fairly to clients and with a time limit, and limits the memory of the cache. */
@NullMarked
package org.dateline.work;

import org.jspecify.annotations.NullMarked;
