/** Views for others to show: as pages to frame, frozen or live, and as images. */
@NullMarked
package org.dateline.site.embed;

import org.jspecify.annotations.NullMarked;
