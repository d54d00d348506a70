/** Turns a folder of files into one immutable catalog: parses, validates, resolves, checks the rules of evidence. */
@NullMarked
package org.dateline.catalog;

import org.jspecify.annotations.NullMarked;
