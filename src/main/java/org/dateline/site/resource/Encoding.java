package org.dateline.site.resource;

import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Content codings of HTTP (RFC 9110, section 8.4.1), the most effective first. */
public enum Encoding {
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("identity");

    /** The next level takes ten times as long and saves two percent. */
    private static final int BROTLI_QUALITY = 9;

    /** For large files, which would take seconds otherwise: a tenth of the time for a tenth more bytes. */
    private static final int BROTLI_QUALITY_OF_LARGE = 5;

    private static final int LARGE = 1 << 20;

    /** Against the best: a seventh of the time for two percent more bytes. */
    private static final int QUICK_GZIP = 5;

    /** In bytes; each time that it is full takes a call of the library. */
    private static final int GZIP_BUFFER = 8_192;

    private static final BrotliLibrary LIBRARY = new BrotliLibrary();

    private final String token;

    Encoding(String token) {
        this.token = token;
    }

    /** The name in the headers Accept-Encoding and Content-Encoding. */
    public String token() {
        return token;
    }

    /** Whether there is a library for this encoding, as far as known: false for a while after it could not be loaded. */
    public boolean isAvailable() {
        return this != BROTLI || LIBRARY.isLikely();
    }

    /** The encoded bytes; empty if this encoding is not available. */
    public Optional<byte[]> encode(byte[] plain) {
        try {
            return switch (this) {
                case BROTLI ->
                    LIBRARY.load()
                            ? Optional.of(Encoder.compress(plain, new Encoder.Parameters().setQuality(quality(plain))))
                            : Optional.empty();
                case GZIP -> Optional.of(gzip(plain));
                case IDENTITY -> Optional.of(plain);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int quality(byte[] plain) {
        return plain.length > LARGE ? BROTLI_QUALITY_OF_LARGE : BROTLI_QUALITY;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        return gzip(plain, plain.length > LARGE ? Deflater.DEFAULT_COMPRESSION : Deflater.BEST_COMPRESSION);
    }

    /** The bytes as gzip, for an answer to one request: what is kept is worth {@link #encode more time}. */
    public static byte[] quickGzip(byte[] plain) {
        try {
            return gzip(plain, QUICK_GZIP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] plain, int level) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out, GZIP_BUFFER) {
            {
                def.setLevel(level);
            }
        }) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
