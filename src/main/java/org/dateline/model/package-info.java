/** Dateline's terms as immutable values: catalog, layer, feature, report, excerpt, claim, party, measure, view. */
@NullMarked
package org.dateline.model;

import org.jspecify.annotations.NullMarked;
