/** A site, or one view of it, written to a folder of files. */
@NullMarked
package org.dateline.site.publish;

import org.jspecify.annotations.NullMarked;
