/** The stories of a server, each a catalog at a path of its own: what their list, their map and their search show of them. */
@NullMarked
package org.dateline.site.stories;

import org.jspecify.annotations.NullMarked;
