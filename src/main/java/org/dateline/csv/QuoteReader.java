package org.dateline.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes on CSV text and remembers where an unclosed field in quotation marks started, because the parser treats the
 * end of the file as the end of such a field.
 */
public final class QuoteReader extends FilterReader {

    private final char separator;
    private long line = 1;
    private long began;
    private boolean open;
    private boolean justClosed;
    private char last = '\n';

    /** @param separator between fields */
    public QuoteReader(Reader in, char separator) {
        super(in);
        this.separator = separator;
    }

    /** The line, from 1, in which a still unclosed field was opened; 0 for none. */
    public long openedAt() {
        return open ? began : 0;
    }

    /** Whether the text that was read ends with a line break, or is empty. */
    public boolean atLineStart() {
        return last == '\n' || last == '\r';
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            see((char) one);
        }
        return one;
    }

    @Override
    public int read(char[] text, int offset, int length) throws IOException {
        int count = super.read(text, offset, length);
        for (int i = offset; i < offset + count; i++) {
            char c = text[i];
            if (c > '"') {
                // Most characters only separate others.
                last = c;
                justClosed = false;
            } else {
                see(c);
            }
        }
        return count;
    }

    private void see(char c) {
        boolean pair = c == '"' && justClosed;
        justClosed = c == '"' && open;
        if (justClosed) {
            open = false;
        } else if (pair) {
            // Two quotation marks within a field mean one.
            open = true;
        } else if (c == '"' && (last == separator || last == '\n' || last == '\r')) {
            open = true;
            began = line;
        }
        if (c == '\r' || c == '\n' && last != '\r') {
            line++;
        }
        last = c;
    }
}
