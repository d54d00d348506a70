/** Reports the state of the server to operators. */
@NullMarked
package org.dateline.http.health;

import org.jspecify.annotations.NullMarked;
