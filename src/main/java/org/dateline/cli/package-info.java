/** The commands of the program, one class each. */
@NullMarked
package org.dateline.cli;

import org.jspecify.annotations.NullMarked;
