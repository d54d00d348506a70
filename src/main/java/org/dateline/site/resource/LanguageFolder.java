package org.dateline.site.resource;

import org.dateline.model.Catalog;

/** The folder of a language's pages. */
public final class LanguageFolder {

    private LanguageFolder() {}

    /** Below the site's root: empty for the catalog's default language, else {@code ur/}. */
    public static String of(Catalog catalog, String language) {
        return language.equals(catalog.defaultLanguage()) ? "" : language + "/";
    }
}
