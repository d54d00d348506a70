/** From a folder of files to one immutable catalog: parse, validate, resolve, check the rules of evidence. */
@NullMarked
package org.dateline.catalog;

import org.jspecify.annotations.NullMarked;
