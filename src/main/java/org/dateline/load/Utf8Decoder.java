package org.dateline.load;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 in which bytes that are none do not end the reading: they become {@link #BAD}, a code point that no text has
 * (U+FFFF is a noncharacter), so that the row they stand in can be turned away.
 */
final class Utf8Decoder {

    static final char BAD = '\uFFFF';

    private Utf8Decoder() {}

    static Reader reader(InputStream in) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(BAD));
        return new InputStreamReader(in, decoder);
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

    /** As it can be shown: with the usual sign in the place of bad bytes. */
    static String shown(String text) {
        return text.replace(BAD, '\uFFFD');
    }
}
