/** The pages of a site: their words, maps and addresses, and the templates that they are rendered from. */
@NullMarked
package org.dateline.site.page;

import org.jspecify.annotations.NullMarked;
