package org.dateline.http.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dateline.site.resource.Encoding;
import org.jspecify.annotations.Nullable;

/** Content negotiation by the header Accept-Encoding (RFC 9110, section 12.5.3). */
public final class AcceptEncoding {

    /**
     * Parsed values by header. Browsers send only a handful, and a flood of odd values does not displace the frequent
     * ones.
     */
    private static final Cache<String, List<Encoding>> READ = Caffeine.newBuilder()
            .maximumSize(100)
            // Evict at once, so that a flood cannot run ahead of what is known of how often each is used.
            .executor(Runnable::run)
            .build();

    /** The longest value that is remembered; browsers' values are shorter. */
    private static final int LONGEST_REMEMBERED = 100;

    private static final List<Encoding> NONE = List.of(Encoding.IDENTITY);

    private AcceptEncoding() {}

    /** The encodings that a client accepts, best first; always ends with identity. */
    public static List<Encoding> preferred(@Nullable String header) {
        if (header == null) {
            return NONE;
        }
        return header.length() > LONGEST_REMEMBERED ? read(header) : READ.get(header, AcceptEncoding::read);
    }

    /** About how many headers are remembered. */
    static long remembered() {
        READ.cleanUp();
        return READ.estimatedSize();
    }

    private static List<Encoding> read(String header) {
        List<Encoding> accepted = new ArrayList<>();
        for (Encoding encoding : Encoding.values()) {
            if (encoding == Encoding.IDENTITY || accepts(header, encoding)) {
                accepted.add(encoding);
            }
        }
        return List.copyOf(accepted);
    }

    private static boolean accepts(String header, Encoding encoding) {
        boolean any = false;
        for (String part : header.split(",")) {
            String[] fields = part.trim().toLowerCase(Locale.ROOT).split("\\s*;\\s*");
            boolean refused = fields.length > 1 && fields[1].matches("q\\s*=\\s*0(\\.0*)?");
            if (fields[0].equals(encoding.token())) {
                return !refused;
            }
            if (fields[0].equals("*")) {
                any = !refused;
            }
        }
        return any;
    }
}
