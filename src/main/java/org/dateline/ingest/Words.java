package org.dateline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of one language that show what a name or a number is; lists of {@code ingest/KIND_LANGUAGE.properties}. */
final class Words {

    private static final Map<String, Words> FILES = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> lists = new TreeMap<>();

    private Words(String kind, String language) {
        Properties read = new Properties();
        try (@Nullable
                InputStream in = Words.class.getResourceAsStream("/ingest/" + kind + "_" + language + ".properties")) {
            if (in != null) {
                read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read.stringPropertyNames()
                .forEach(list -> lists.put(
                        list,
                        new LinkedHashSet<>(
                                List.of(read.getProperty(list).strip().split("\\s*,\\s*")))));
    }

    /** @param language BCP 47; what stands behind a hyphen does not matter */
    static Words in(String language) {
        return of("words", language);
    }

    /**
     * The lists of a kind of file.
     *
     * @param kind {@code words} or {@code claims}
     */
    static Words of(String kind, String language) {
        String code = language.split("-", 2)[0];
        return FILES.computeIfAbsent(kind + "_" + code, _ -> new Words(kind, code));
    }

    /** Whether there is anything for this language. */
    boolean known() {
        return !lists.isEmpty();
    }

    boolean is(String list, String word) {
        return lists.getOrDefault(list, Set.of()).contains(word);
    }

    /** The names of all lists. */
    Set<String> names() {
        return lists.keySet();
    }

    /** The names of the lists that have one of some words. */
    Stream<String> with(Collection<String> words) {
        return lists.entrySet().stream()
                .filter(list -> words.stream().anyMatch(list.getValue()::contains))
                .map(Map.Entry::getKey);
    }

    /** In the order of the file. */
    Set<String> list(String list) {
        return lists.getOrDefault(list, Set.of());
    }
}
