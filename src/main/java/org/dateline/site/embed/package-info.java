/** Views for use elsewhere: pages to frame, live or frozen, and images. */
@NullMarked
package org.dateline.site.embed;

import org.jspecify.annotations.NullMarked;
