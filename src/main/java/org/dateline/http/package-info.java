/** The HTTP server: its sub-packages each import only those that come earlier (see {@code ArchitectureTest}). */
@NullMarked
package org.dateline.http;

import org.jspecify.annotations.NullMarked;
