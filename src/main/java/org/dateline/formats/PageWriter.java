package org.dateline.formats;

import java.io.IOException;
import java.io.OutputStream;

/** Encodes a page of features; the stream stays open. A page has an upper limit, so what it needs of memory has, too. */
public interface PageWriter {

    void write(FeaturePage page, OutputStream out) throws IOException;
}
