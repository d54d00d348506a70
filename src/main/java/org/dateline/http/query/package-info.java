/** What a request for features asks with its parameters, wherever it is asked. */
@NullMarked
package org.dateline.http.query;

import org.jspecify.annotations.NullMarked;
