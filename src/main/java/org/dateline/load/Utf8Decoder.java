package org.dateline.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 and continues after invalid bytes: they become {@link #BAD}, a code point that no text contains (U+FFFF
 * is a noncharacter), so that the row with them can be rejected.
 */
final class Utf8Decoder {

    static final char BAD = '\uFFFF';

    private Utf8Decoder() {}

    static Reader reader(InputStream in) throws IOException {
        return reader(in, StandardCharsets.UTF_8);
    }

    /** The text after a byte order mark, if there is one. */
    static Reader reader(InputStream in, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(BAD));
        // A small buffer: readers with a larger one then read past it, without a copy.
        BufferedReader text = new BufferedReader(new InputStreamReader(in, decoder), 1 << 9);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    /** @throws BadRowException for bytes that are not UTF-8 */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw BadRowException.saying("got bytes that are not UTF-8, expected UTF-8");
        }
    }

    /** The text for display, with U+FFFD in place of invalid bytes. */
    static String shown(String text) {
        return text.replace(BAD, '\uFFFD');
    }
}
