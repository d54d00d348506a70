package org.dateline.model;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who publishes a catalog, and how that looks.
 *
 * @param name    shown where the program's own name would stand
 * @param logo    null to show the name
 * @param accent  the colour of links, tabs and marks; null for the program's own
 * @param contact an address of the web or of e-mail
 * @param imprint an address of the web
 * @param licence of the catalog as a whole: words, or the name or address of a licence
 */
public record Brand(
        Text name,
        @Nullable Logo logo,
        @Nullable Accent accent,
        @Nullable String contact,
        @Nullable String imprint,
        @Nullable String licence) {

    /** The program's own, for catalogs that state none. */
    public static final Brand PROGRAM = new Brand(Text.english("Dateline"), null, null, null, null, null);

    /** Two pictures, which may be the same: for light and for dark pages. */
    public record Logo(Picture light, Picture dark) {}

    /**
     * @param name    the file's name without folders: {@code logo.svg}
     * @param content its bytes; do not change them
     */
    public record Picture(String name, byte[] content) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Picture picture
                    && picture.name.equals(name)
                    && Arrays.equals(picture.content, content);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, Arrays.hashCode(content));
        }
    }

    /** Two colours as {@code #rrggbb}, each legible on its ground. */
    public record Accent(String light, String dark) {}

    /** Whether a newsroom stated it. */
    public boolean isOwn() {
        return !equals(PROGRAM);
    }

    /** Whether there is anything to say besides the name. */
    public boolean hasImprint() {
        return contact != null || imprint != null || licence != null;
    }

    /** The address that the contact leads to; null for none. */
    public @Nullable String contactAddress() {
        return contact == null || contact.contains(":") ? contact : "mailto:" + contact;
    }
}
