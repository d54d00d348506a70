package org.dateline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source document: what it states about itself (null if it does not), and quotes from it.
 *
 * @param label     the catalog's name for it, never presented as its title
 * @param language  BCP 47 code of the text
 * @param own       whether the newsroom wrote it itself
 * @param dateline  the place that it is dated from
 * @param cites     news organisations that it attributes information to
 * @param sha256    the SHA-256 of the text file's bytes, lower-case hex
 * @param length    the length of the normalised text, in code points
 * @param notProse  strings in the text that are not prose and so cannot be quoted
 * @param excerpts  in text order
 * @param claims    what its excerpts say about measures
 * @param apart     numbers in the text that are not claims, and why
 * @param verification when the excerpts were compared with the text; null if they were not, or have changed since
 */
public record Report(
        String id,
        Text label,
        String language,
        boolean own,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable String author,
        @Nullable String credit,
        @Nullable String dateline,
        @Nullable PartialDate date,
        @Nullable String url,
        List<String> cites,
        String sha256,
        int length,
        List<String> notProse,
        List<Excerpt> excerpts,
        List<Claim> claims,
        List<FigureApart> apart,
        @Nullable Verification verification) {

    public Report {
        cites = List.copyOf(cites);
        notProse = List.copyOf(notProse);
        excerpts = List.copyOf(excerpts);
        claims = List.copyOf(claims);
        apart = List.copyOf(apart);
    }

    /** That of its id: all of its quotes would take long, and whole pages ask. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The date that an excerpt states, otherwise the report's date; null if neither is stated. */
    public @Nullable PartialDate dateOf(Excerpt excerpt) {
        return excerpt.date() == null ? date : excerpt.date();
    }

    /** This report with a verification. */
    public Report with(@Nullable Verification verification) {
        return new Report(
                id,
                label,
                language,
                own,
                title,
                publisher,
                author,
                credit,
                dateline,
                date,
                url,
                cites,
                sha256,
                length,
                notProse,
                excerpts,
                claims,
                apart,
                verification);
    }
}
