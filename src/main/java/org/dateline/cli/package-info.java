/** The command line: serve and check. */
@NullMarked
package org.dateline.cli;

import org.jspecify.annotations.NullMarked;
