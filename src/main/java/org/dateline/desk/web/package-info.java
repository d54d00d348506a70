/** The desk as a page on the loopback address, which no other page can reach. */
@NullMarked
package org.dateline.desk.web;

import org.jspecify.annotations.NullMarked;
