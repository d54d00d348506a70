package org.dateline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a report's prose from what stands around it: markers in brackets ("[MAP]"), invitations to read on, credits. They
 * stay in the text, are listed, and nothing is proposed from them.
 */
final class Prose {

    private static final Pattern MARKER = Pattern.compile("\\[\\p{Lu}{3,}(?: \\p{Lu}+){0,3}\\]");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]{4,300})\\)");
    private static final int LONGEST_ASIDE = 200;
    private static final int LONGEST_BYLINE = 80;

    /** A byline stands among so many lines at the top. */
    private static final int TOP = 6;

    private final Words words;

    Prose(Words words) {
        this.words = words;
    }

    FileText split(String text, String kind) {
        String tidy = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\h\\x{200B}]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
        Set<String> aside = new LinkedHashSet<>();
        Matcher markers = MARKER.matcher(tidy);
        while (markers.find()) {
            aside.add(markers.group());
        }
        Matcher brackets = BRACKETS.matcher(tidy);
        while (brackets.find()) {
            if (isAside(brackets.group(1))) {
                aside.add(brackets.group());
            }
        }
        List<String> lines =
                tidy.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() <= LONGEST_ASIDE && isAside(line) || i < TOP && isByline(line)) {
                aside.add(line);
            }
        }
        return new FileText(tidy + "\n", new ArrayList<>(aside), kind);
    }

    /** "By Rosa Vidal in Lima": a short line that ends no sentence. */
    private boolean isByline(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return line.length() <= LONGEST_BYLINE
                && !line.matches("(?s).*[.!?\\u06D4]$")
                && words.list("bylines").stream().anyMatch(word -> lower.startsWith(word + " "));
    }

    private boolean isAside(String line) {
        String lower = line.toLowerCase(Locale.ROOT).replaceFirst("^[\\s*\u2022>\u2014-]+", "");
        return words.list("aside").stream().anyMatch(lower::startsWith) || lower.contains("all rights reserved");
    }
}
