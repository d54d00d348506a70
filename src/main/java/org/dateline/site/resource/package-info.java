/** Resources and their addresses, and those resources that are not pages: assets, the basemap, and data for reuse. */
@NullMarked
package org.dateline.site.resource;

import org.jspecify.annotations.NullMarked;
