package org.dateline.catalog;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.LoadSettingsBuilder;

/** How YAML is read. */
final class YamlSettings {

    /** For each piece, the parser copies what it has of a text that is not yet over: a long one takes as long as its square. */
    private static final int LARGE_PIECES = 1 << 16;

    /** In characters. */
    private static final int SMALL = 1 << 12;

    private YamlSettings() {}

    static LoadSettingsBuilder builder() {
        return LoadSettings.builder().setBufferSize(LARGE_PIECES);
    }

    /** For texts that {@link #isSmall}: a piece takes its memory however short the text is. */
    static LoadSettingsBuilder ofSmall() {
        return LoadSettings.builder().setBufferSize(SMALL);
    }

    static boolean isSmall(String text) {
        return text.length() < SMALL;
    }
}
