/** Streets from one file: an archive of vector tiles, read in place and told in the words of one neutral set. */
@NullMarked
package org.dateline.streets;

import org.jspecify.annotations.NullMarked;
