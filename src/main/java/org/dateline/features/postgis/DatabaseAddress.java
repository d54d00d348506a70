package org.dateline.features.postgis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database: {@code postgresql://user@host1:5432,host2:5432/name}, as in libpq (PostgreSQL, section
 * 34.1.1.2, "Connection URIs"). The password may be in the address, in the environment ({@code PGPASSWORD}) or in the
 * driver's password file ({@code ~/.pgpass}).
 *
 * @param hosts with ports, separated by commas
 */
public record DatabaseAddress(
        String hosts,
        String name,
        @Nullable String user,
        @Nullable String password) {

    private static final String EXPECTED = "an address as postgresql://user@host1:5432,host2:5432/name";

    /** @throws IllegalArgumentException says what was got and what was expected, without a password */
    public static DatabaseAddress parse(String text, @Nullable String environmentPassword) {
        String rest = text.replaceFirst("^(jdbc:)?postgres(ql)?://", "");
        int slash = rest.indexOf('/');
        if (rest.equals(text) || slash <= 0 || slash == rest.length() - 1 || rest.indexOf('?') >= 0) {
            throw new IllegalArgumentException("got the database \"" + masked(text) + "\", expected " + EXPECTED);
        }
        String authority = rest.substring(0, slash);
        int at = authority.lastIndexOf('@');
        String[] who = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
        String hosts = authority.substring(at + 1);
        if (!hosts.matches("[A-Za-z0-9._-]+(:[0-9]{1,5})?(,[A-Za-z0-9._-]+(:[0-9]{1,5})?)*")) {
            throw new IllegalArgumentException("got the database \"" + masked(text) + "\", expected " + EXPECTED);
        }
        String password = who.length > 1 ? decoded(who[1]) : environmentPassword;
        return new DatabaseAddress(
                hosts, decoded(rest.substring(slash + 1)), who.length > 0 ? decoded(who[0]) : null, password);
    }

    private static String masked(String text) {
        return text.replaceFirst(":[^:/@]*@", ":…@");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + hosts + "/" + encodedName();
    }

    private String encodedName() {
        return java.net.URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Optional<String> userName() {
        return Optional.ofNullable(user);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "postgresql://" + (user == null ? "" : user + "@") + hosts + "/" + name;
    }
}
