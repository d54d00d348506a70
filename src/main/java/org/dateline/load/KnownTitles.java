package org.dateline.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * English titles and kinds of events of the mappings that come with the program, in the languages of the interface:
 * {@code mappings/titles.tsv}.
 */
public final class KnownTitles {

    private static final String FILE = "/mappings/titles.tsv";
    private static final String ENGLISH = "en";

    /** By the English title, then by language; the English first. */
    private static final Map<String, Map<String, String>> ALL = read();

    private KnownTitles() {}

    /** A title that is stated in one language, in all that it is known in. */
    static Map<String, String> of(String language, String title) {
        return language.equals(ENGLISH) ? ALL.getOrDefault(title, Map.of(language, title)) : Map.of(language, title);
    }

    /** An English title or kind of event in a language; as it is if it is not known in that. */
    public static String in(String language, String english) {
        return ALL.getOrDefault(english, Map.of()).getOrDefault(language, english);
    }

    /** A text that is stated in English only, in all languages that it is known in; any other as it is. */
    static Text of(Text text) {
        return text.byLanguage().keySet().equals(Set.of(ENGLISH)) ? new Text(of(ENGLISH, text.first())) : text;
    }

    private static Map<String, Map<String, String>> read() {
        try (@Nullable InputStream in = KnownTitles.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("got no " + FILE + " in the program, expected a table of titles");
            }
            List<String[]> rows = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
            String[] languages = rows.getFirst();
            Map<String, Map<String, String>> all = new HashMap<>();
            for (String[] row : rows.subList(1, rows.size())) {
                Map<String, String> title = new LinkedHashMap<>();
                for (int i = 0; i < languages.length; i++) {
                    title.put(languages[i], row[i]);
                }
                all.put(row[0], title);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
