package org.dateline.catalog;

import java.nio.charset.StandardCharsets;

/**
 * Ids of excerpts and claims whose file gives none: the report's id and eight hexadecimal digits of the SHA-256 of what
 * they say. So an id stays when others are added, deleted or moved, and never comes to mean other words. It changes
 * with the words, until {@code verify --write} writes it into the file, where it stays whatever happens to them.
 */
final class DerivedId {

    private static final int DIGITS = 8;

    private DerivedId() {}

    /** The id of an excerpt: the one that it has, or else one made of its quote. */
    static String ofExcerpt(String report, Field excerpt) {
        if (excerpt.has("id")) {
            return excerpt.get("id").text();
        }
        int nth = excerpt.get("nth").integer();
        String said = NormalisedText.of(excerpt.get("quote").text()).value();
        return report + "-" + digits(nth > 1 ? said + "\n" + nth : said);
    }

    /** The id of a claim: the one that it has, or else one made of what it counts, about what, and in which words. */
    static String ofClaim(String report, Field claim, String excerpt) {
        if (claim.has("id")) {
            return claim.get("id").text();
        }
        return report + "-c-"
                + digits(String.join(
                        "\n",
                        excerpt,
                        claim.get("measure").text(),
                        claim.get("subject").text(),
                        claim.get("group").text(),
                        NormalisedText.of(claim.get("words").text()).value()));
    }

    private static String digits(String said) {
        return FolderFingerprint.of(said.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}
