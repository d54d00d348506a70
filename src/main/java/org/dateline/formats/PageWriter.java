package org.dateline.formats;

import java.io.IOException;
import java.io.OutputStream;

/** Encodes a page of features and leaves the stream open. Pages have a maximum size, so encoders may work in memory. */
public interface PageWriter {

    void write(FeaturePage page, OutputStream out) throws IOException;
}
