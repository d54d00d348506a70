/** The command line: serve, check and verify. */
@NullMarked
package org.dateline.cli;

import org.jspecify.annotations.NullMarked;
