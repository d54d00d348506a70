package org.dateline.model;

/** The codes of languages that catalogs use: BCP 47 in its usual capitals, as in en, pt-BR and zh-Hans. */
public final class LanguageTag {

    /** A regular expression without groups: language, then perhaps script and region. The JSON Schemas have the same. */
    public static final String PATTERN = "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?";

    private LanguageTag() {}
}
