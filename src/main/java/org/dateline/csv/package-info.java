/** How spreadsheets write tables as text. */
@NullMarked
package org.dateline.csv;

import org.jspecify.annotations.NullMarked;
