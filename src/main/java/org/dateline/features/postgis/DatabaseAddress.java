package org.dateline.features.postgis;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database: {@code postgresql://user@host1:5432,host2:5432/name?sslmode=verify-full}, as in libpq
 * (PostgreSQL, section 34.1.1.2, "Connection URIs"). The password may be in the address, in the environment
 * ({@code PGPASSWORD}) or in the driver's password file ({@code ~/.pgpass}).
 *
 * @param hosts      with ports, separated by commas
 * @param parameters about TLS, by name; see {@link #PARAMETERS}
 */
public record DatabaseAddress(
        String hosts,
        String name,
        @Nullable String user,
        @Nullable String password,
        Map<String, String> parameters) {

    /** The allowed parameters, which have the same names in libpq and in the driver. */
    private static final List<String> PARAMETERS = List.of("sslmode", "sslrootcert", "sslcert", "sslkey");

    private static final List<String> MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private static final Pattern ADDRESS = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:(?<who>[^/?]*)@)?"
            + "(?<hosts>[A-Za-z0-9._-]+(?::[0-9]{1,5})?(?:,[A-Za-z0-9._-]+(?::[0-9]{1,5})?)*)"
            + "/(?<name>[^/?@:#]+)(?:\\?(?<parameters>[^@#]*))?");

    private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("(//[^\\s/@:]*):\\S*@");

    private static final Pattern PASSWORD_IN_SETTING =
            Pattern.compile("(password\\s*=\\s*)('[^']*'|[^\\s&]+)", Pattern.CASE_INSENSITIVE);

    public DatabaseAddress {
        // In a fixed order, so that one address is always written in the same way.
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /**
     * @throws IllegalArgumentException if the text is not an address; the message does not contain the text, which may
     *     include a password
     */
    public static DatabaseAddress parse(String text, @Nullable String environmentPassword) {
        Matcher address = ADDRESS.matcher(text.strip());
        if (!address.matches()) {
            throw new IllegalArgumentException("got an unreadable database address, expected an address such as"
                    + " postgresql://user@host1:5432,host2:5432/name (in a name or password, write / as %2F, @ as %40,"
                    + " : as %3A, ? as %3F, # as %23 and % as %25)");
        }
        String who = address.group("who");
        String[] parts = who == null ? new String[0] : who.split(":", 2);
        String user = parts.length > 0 && !parts[0].isEmpty() ? decoded(parts[0]) : null;
        if (user != null && user.indexOf(':') >= 0) {
            // The name probably includes the password, which must not appear in messages.
            throw new IllegalArgumentException(
                    "got a database user with a colon in its name, expected postgresql://user:password@host/name");
        }
        return new DatabaseAddress(
                address.group("hosts"),
                decoded(address.group("name")),
                user,
                parts.length > 1 ? decoded(parts[1]) : environmentPassword,
                parameters(address.group("parameters")));
    }

    private static Map<String, String> parameters(@Nullable String text) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals);
            String value = decoded(pair.substring(equals + 1));
            boolean known = PARAMETERS.contains(name) && (!name.equals("sslmode") || MODES.contains(value));
            if (!known || parameters.putIfAbsent(name, value) != null) {
                throw new IllegalArgumentException("got a database address with an unknown parameter, expected "
                        + String.join(", ", PARAMETERS) + ", each once; sslmode is one of " + String.join(", ", MODES));
            }
        }
        return parameters;
    }

    /** A copy of a text with possible passwords removed. */
    public static String withoutPasswords(String text) {
        String address = PASSWORD_IN_ADDRESS.matcher(text).replaceAll("$1:…@");
        return PASSWORD_IN_SETTING.matcher(address).replaceAll("$1…");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // The exception's own message contains the text.
            throw new IllegalArgumentException(
                    "got a % in the database address that is not followed by two hexadecimal digits, expected %25 for %");
        }
    }

    /** The JDBC URL with parameters, without user and password, which are properties of the connection. */
    String jdbcUrl() {
        StringBuilder url = new StringBuilder("jdbc:postgresql://" + hosts + "/" + encoded(name));
        url.append("?ApplicationName=dateline");
        parameters.forEach((parameter, value) ->
                url.append('&').append(parameter).append('=').append(encoded(value)));
        return url.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Optional<String> userName() {
        return Optional.ofNullable(user);
    }

    /** The address without the password. */
    @Override
    public String toString() {
        return "postgresql://" + (user == null ? "" : user + "@") + hosts + "/" + name
                + (parameters.containsKey("sslmode") ? "?sslmode=" + parameters.get("sslmode") : "");
    }
}
