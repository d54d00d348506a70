package org.dateline.formats;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the text of a licence by what a catalog or a mapping says of it. */
public final class LicenceAddress {

    private static final Pattern STATED = Pattern.compile("https?://[^\\s;,()<>\"]+");

    private static final Pattern CREATIVE_COMMONS = Pattern.compile("CC[ -](BY(?:-(?:NC|ND|SA)){0,2})[ -]([1-4]\\.0)");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
            Map.entry("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
            Map.entry("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
            Map.entry("ODbL", "https://opendatacommons.org/licenses/odbl/1-0/"),
            Map.entry("ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
            Map.entry("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
            Map.entry("ODC-By 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
            Map.entry("PDDL 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
            Map.entry("Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
            Map.entry("MIT", "https://spdx.org/licenses/MIT.html"),
            Map.entry("ISC", "https://spdx.org/licenses/ISC.html"));

    private LicenceAddress() {}

    /** The address; empty if the words name none, several, or one that is not known here. */
    public static Optional<String> of(String licence) {
        String name = licence.strip();
        Matcher stated = STATED.matcher(name);
        if (stated.find()) {
            String address = stated.group();
            return stated.find() ? Optional.empty() : Optional.of(address);
        }
        Matcher common = CREATIVE_COMMONS.matcher(name);
        return common.matches()
                ? Optional.of("https://creativecommons.org/licenses/"
                        + common.group(1).toLowerCase(Locale.ROOT) + "/" + common.group(2) + "/")
                : Optional.ofNullable(NAMED.get(name));
    }
}
