/** The HTTP server. Its sub-packages import each other in one order (see {@code ArchitectureTest}). */
@NullMarked
package org.dateline.http;

import org.jspecify.annotations.NullMarked;
