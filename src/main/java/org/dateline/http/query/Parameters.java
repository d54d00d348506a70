package org.dateline.http.query;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request. If one is given more than once, the last counts: clients that follow links add their own
 * parameters to those of the link. A semicolon is an ordinary character, as filters need it to be.
 *
 * @param values the decoded values by name, in the order of the request
 */
public record Parameters(Map<String, String> values) {

    /**
     * Reads a query in which every name must be known.
     *
     * @param query the raw query after the question mark; null for none
     * @throws BadParameterException for an unknown name and for text that is not percent-encoded UTF-8
     */
    public static Parameters parse(@Nullable String query, Collection<? extends Parameter<?>> known) {
        Parameters all = parse(query);
        for (String name : all.values.keySet()) {
            if (known.stream().noneMatch(one -> one.name().equals(name))) {
                String names =
                        known.stream().map(Parameter::name).sorted().distinct().collect(Collectors.joining(", "));
                throw new BadParameterException(name, "an unknown name", "one of " + names);
            }
        }
        return all;
    }

    /** Reads a query that may contain unknown names, which are ignored. */
    public static Parameters parse(@Nullable String query) {
        Map<String, String> values = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                    values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
                }
            }
        }
        return new Parameters(values);
    }

    private static String decode(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '+') {
                decoded.put((byte) ' ');
            } else if (bytes[i] == '%') {
                int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
                int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw malformed(encoded);
                }
                decoded.put((byte) (high * 16 + low));
                i += 2;
            } else {
                decoded.put(bytes[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException e) {
            throw malformed(encoded);
        }
    }

    private static BadParameterException malformed(String encoded) {
        return new BadParameterException("query", "\"" + encoded + "\"", "percent-encoded UTF-8");
    }

    /** Whether the request contains a parameter. */
    public boolean has(Parameter<?> parameter) {
        return values.containsKey(parameter.name());
    }

    /**
     * The value of a parameter; empty if the request does not contain it.
     *
     * @throws BadParameterException if the text is not a valid value
     */
    public <T> Optional<T> get(Parameter<T> parameter) {
        return Optional.ofNullable(values.get(parameter.name())).map(parameter::read);
    }

    /** A copy with another value; null removes the parameter. */
    public Parameters with(Parameter<?> parameter, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        if (value == null) {
            changed.remove(parameter.name());
        } else {
            changed.put(parameter.name(), value);
        }
        return new Parameters(changed);
    }

    /** The query with its question mark; empty if there are no parameters. */
    public String toQuery() {
        StringBuilder query = new StringBuilder();
        values.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(encode(name))
                .append('=')
                .append(encode(value)));
        return query.toString();
    }

    private static String encode(String text) {
        if (isPlain(text)) {
            return text;
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character stands for itself in what {@link #encode} returns. */
    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ".-*_,:/".indexOf(c) >= 0;
    }
}
