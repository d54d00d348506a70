/** What a resource is, where it is found, and the resources that need no page: assets, the basemap, data to reuse. */
@NullMarked
package org.dateline.site.resource;

import org.jspecify.annotations.NullMarked;
