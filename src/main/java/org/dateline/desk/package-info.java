/** The desk: an editor's changes of a catalog's files, each a step of a journal that can be taken back. */
@NullMarked
package org.dateline.desk;

import org.jspecify.annotations.NullMarked;
